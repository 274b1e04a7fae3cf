// Starts `newslint lsp` and leaves the rest to it.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const { commands, window, workspace } = require("vscode");
const { LanguageClient, RevealOutputChannelOn } = require("vscode-languageclient/node");
const { middleware, register } = require("./commands");
const { find } = require("./executable");

const LANGUAGES = ["plaintext", "markdown", "html", "restructuredtext"];
const OWN = ["enable", "path", "args"].map((name) => `newslint.${name}`);
const PAGE = "newslint.newslint"; // this extension's own, with its README

let output;
let running; // the client
let turn = Promise.resolve(); // one start or stop at a time

async function activate(context) {
  output = window.createOutputChannel("newslint", { log: true });
  context.subscriptions.push(
    output,
    ...register(() => running, { restart: () => inTurn(restart), showOutput: () => output.show() }),
    workspace.onDidChangeConfiguration((event) => OWN.some((name) => event.affectsConfiguration(name)) && inTurn(restart)),
  );
  await inTurn(start);
}

async function deactivate() {
  await inTurn(stop);
}

function inTurn(act) {
  turn = turn.then(act).catch((fault) => output.error(fault)); // the client has told the user already
  return turn;
}

async function restart() {
  await stop();
  await start();
}

async function stop() {
  const client = running;
  running = undefined;
  await commands.executeCommand("setContext", "newslint.running", false);
  await client?.dispose();
}

async function start() {
  const settings = workspace.getConfiguration("newslint");
  if (!settings.get("enable")) return;
  const found = find({
    setting: settings.get("path"),
    folders: (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath),
    env: process.env,
    home: os.homedir(),
    windows: process.platform === "win32",
    isFile: (path) => fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  });
  if (found.missing) {
    missing(found.missing);
    return;
  }
  output.info(`starting ${found.path}`);
  const server = { command: found.path, args: ["lsp", ...settings.get("args")], options: { env: { ...process.env, PYTHONUTF8: "1" } } };
  const client = new LanguageClient("newslint", "newslint", server, {
    documentSelector: LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
    synchronize: { configurationSection: "newslint" },
    outputChannel: output,
    middleware,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
  await client.start();
  running = client;
  await commands.executeCommand("setContext", "newslint.running", true);
}

async function missing(words) {
  output.error(words);
  const chosen = await window.showErrorMessage(words, "Open Settings", "How to Install");
  if (chosen === "Open Settings") await commands.executeCommand("workbench.action.openSettings", "newslint.path");
  if (chosen === "How to Install") await commands.executeCommand("extension.open", PAGE);
}

module.exports = { activate, deactivate };
