// The extension, the language client and a real `newslint lsp`; of VS Code only the edge is played (vscode.js).
"use strict";

const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, afterEach, before, test } = require("node:test");
const { answers, chosen, events, extension, manifest, open, registered, seen, vscode } = require("./vscode");

const PATIENCE = 60_000;
const NEWSLINT = process.env.NEWSLINT;
const DRAFT = "The mayor said on Monday that 15,000 people came to the square.\n\n“We will rebuild this old town,” he said.\n";
const SOURCE = "On Monday over 10,000 people came to the square, the mayor said.\n\n“We will rebuild this old town,” he said.\n";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "desk"));
const file = path.join(folder, "draft.txt");
fs.writeFileSync(file, DRAFT);
fs.mkdirSync(path.join(folder, "draft.sources"));
fs.writeFileSync(path.join(folder, "draft.sources", "wire.txt"), SOURCE);
const skip = NEWSLINT ? false : "NEWSLINT names no executable";

let draft;
const context = { subscriptions: [] };

async function until(done, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((woken) => setTimeout(woken, 50))) {
    const made = await done();
    if (made) return made;
  }
  assert.fail(`${what} did not come about; output:\n${seen.outputs.join("\n")}\n${JSON.stringify(seen.messages)}`);
}

const code = ({ code }) => code?.value ?? code;
const shown = () => (seen.diagnostics.get(String(draft.uri)) ?? []).map((one) => ({ one, at: `${one.range.start.line + 1}:${one.range.start.character + 1}: ${code(one)}` }));
const codes = () => shown().map(({ one }) => code(one));

function printed() {
  const words = ["check", "-", "--stdin-display-name", file, "--exit-zero"];
  const lines = execFileSync(NEWSLINT, words, { input: draft.getText(), encoding: "utf8" }).trim().split("\n").filter(Boolean);
  return lines.map((line) => line.slice(file.length + 1).match(/^\d+:\d+: \w+/)[0]);
}

function caretAt(words) {
  const at = draft.positionAt(draft.getText().indexOf(words));
  vscode.window.activeTextEditor.selection = new vscode.Range(at, at);
}

before(() => {
  vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file(folder), name: "desk", index: 0 }];
});
afterEach(() => (seen.messages.length = 0));
after(async () => {
  await extension().deactivate();
  fs.rmSync(folder, { recursive: true });
});

test("without newslint it says what to do", async () => {
  const path = process.env.PATH;
  process.env.PATH = folder;
  answers.message = "Open Settings";
  await extension().activate(context);
  process.env.PATH = path;
  const said = await until(() => seen.messages[0], "a message");
  assert.match(said.message, /newslint was not found in the \.venv of this workspace, nor on the PATH/);
  assert.deepStrictEqual(said.buttons, ["Open Settings", "How to Install"]);
  assert.deepStrictEqual(await until(() => seen.opened[0], "the settings"), ["workbench.action.openSettings", "newslint.path"]);
});

test("a command without a server says so", async () => {
  await vscode.commands.executeCommand("newslint.explainHere");
  assert.match(seen.messages[0].message, /Open a draft first/);
});

test("every command of the manifest is there, and no other", () => {
  assert.deepStrictEqual([...registered.keys()].sort(), manifest.contributes.commands.map(({ command }) => command).sort());
});

test("it shows what newslint prints", { skip }, async () => {
  draft = open(file, DRAFT);
  chosen.set("newslint.path", NEWSLINT);
  events.DidChangeConfiguration.fire({ affectsConfiguration: (name) => name === "newslint.path" });
  const expected = printed();
  assert.ok(expected.some((line) => line.endsWith("N201")), expected.join("\n"));
  await until(() => JSON.stringify(shown().map(({ at }) => at).sort()) === JSON.stringify(expected.sort()), `${expected}`);
  const { one } = shown().find(({ one }) => code(one) === "N201");
  assert.ok(one.relatedInformation.some(({ location }) => location.uri.fsPath.endsWith("wire.txt")));
  assert.match(String(one.code.target), /number-differs-from-source/);
  assert.deepStrictEqual(seen.context, { "newslint.running": true });
  assert.deepStrictEqual(seen.messages, []);
});

test("it follows the draft", { skip }, async () => {
  const start = draft.getText().indexOf("15,000");
  await draft.replace(new vscode.Range(draft.positionAt(start), draft.positionAt(start + 6)), "😋 over 10,000");
  await until(() => !codes().includes("N201"), "the finding to go");
  assert.deepStrictEqual(shown().map(({ at }) => at).sort(), printed().sort());
  await draft.replace(new vscode.Range(draft.positionAt(start), draft.positionAt(start + "😋 over 10,000".length)), "15,000");
  await until(() => codes().includes("N201"), "the finding to come back");
});

test("it ignores with a reason", { skip }, async () => {
  caretAt("15,000");
  answers.input = "counted by hand";
  answers.pick = (items) => items.find(({ label }) => label.includes("N201"));
  await vscode.commands.executeCommand("newslint.ignoreHere");
  assert.strictEqual(seen.edits.length, 1, JSON.stringify(seen.messages));
  const [[uri, edit]] = seen.edits[0].edits;
  assert.strictEqual(String(uri), String(draft.uri));
  assert.match(edit.newText, /newslint: ignore\[N201.*\] counted by hand/);
  await draft.replace(edit.range, edit.newText);
  await until(() => !codes().includes("N201"), "the finding to go");
  await draft.replace(new vscode.Range(new vscode.Position(0, 0), draft.positionAt(draft.getText().length)), DRAFT);
  await until(() => codes().includes("N201"), "the finding to come back");
});

test("where nothing is found there is nothing to ignore", { skip }, async () => {
  caretAt("rebuild");
  seen.edits.length = 0;
  await vscode.commands.executeCommand("newslint.ignoreHere");
  assert.deepStrictEqual(seen.messages.map(({ kind }) => kind), ["status"]);
  assert.deepStrictEqual(seen.edits, []);
});

test("it opens the ledger of what stands in the editor", { skip }, async () => {
  await vscode.commands.executeCommand("newslint.openLedger");
  assert.deepStrictEqual(seen.messages, []);
  assert.strictEqual(seen.pages[0].title, "draft.ledger");
  assert.match(seen.pages[0].webview.html, /^<!doctype html>[^]*over 10,000 people/i);
});

test("settings reach the server", { skip }, async () => {
  chosen.set("newslint.extendIgnore", ["N201"]);
  events.DidChangeConfiguration.fire({ affectsConfiguration: (name) => name.startsWith("newslint.extendIgnore") || name === "newslint" });
  await until(() => !codes().includes("N201"), "the finding to go");
  chosen.delete("newslint.extendIgnore");
  events.DidChangeConfiguration.fire({ affectsConfiguration: (name) => name.startsWith("newslint.extendIgnore") || name === "newslint" });
  await until(() => codes().includes("N201"), "the finding to come back");
});

test("it restarts", { skip }, async () => {
  seen.diagnostics.clear();
  await vscode.commands.executeCommand("newslint.restartServer");
  await until(() => codes().includes("N201"), "the finding to come back");
  assert.deepStrictEqual(seen.messages, []);
});

test("it explains the rule", { skip }, async () => {
  caretAt("15,000");
  answers.pick = (items) => items.find(({ label }) => label.includes("N201"));
  await vscode.commands.executeCommand("newslint.explainHere");
  const [, page] = await until(() => seen.opened.find(([name]) => name === "markdown.showPreviewToSide"), "the page");
  assert.match(fs.readFileSync(page.fsPath, "utf8"), /N201/);
  assert.deepStrictEqual(seen.messages, []);
});

test("it opens the source at the passage", { skip }, async () => {
  const { one } = shown().find(({ one }) => code(one) === "N201");
  await vscode.commands.executeCommand("newslint.open", String(draft.uri), one.data.fingerprint, 0);
  const { uri, options } = await until(() => seen.opened.find((one) => one.uri), "the source");
  assert.ok(uri.fsPath.endsWith("wire.txt"));
  assert.strictEqual(SOURCE.slice(options.selection.start.character, options.selection.end.character), "over 10,000");
});

test("it marks as confirmed", { skip }, async () => {
  caretAt("15,000");
  answers.input = "counted by the police";
  await vscode.commands.executeCommand("newslint.confirmHere");
  assert.match(fs.readFileSync(path.join(folder, ".newslint-confirmed.yml"), "utf8"), /counted by the police/);
  await until(() => !codes().includes("N201"), "the finding to go");
});

test("switched off it stops", { skip }, async () => {
  chosen.set("newslint.enable", false);
  events.DidChangeConfiguration.fire({ affectsConfiguration: (name) => name === "newslint.enable" });
  await until(() => seen.context["newslint.running"] === false && !codes().length, "the findings to go");
});
