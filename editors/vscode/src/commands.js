// What the command palette offers beside what the server itself does.
"use strict";

const { commands, Uri, ViewColumn, window, workspace } = require("vscode");
const { withReason } = require("./ignoring");
const ledger = require("./ledger");

/** The actions that the server offers at the caret and that are `wanted`; one of them, chosen by the user if there are more. */
async function chosen(client, editor, wanted) {
  const params = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    range: client.code2ProtocolConverter.asRange(editor.selection),
    context: { diagnostics: [], triggerKind: 1 },
  };
  const offered = ((await client.sendRequest("textDocument/codeAction", params)) ?? []).filter(wanted);
  if (offered.length < 2) {
    if (!offered.length) window.setStatusBarMessage("newslint: nothing for that at the caret", 5000);
    return offered[0];
  }
  const picked = await window.showQuickPick(offered.map((action) => ({ label: action.title, action })));
  return picked?.action;
}

function calls(name) {
  return (action) => action.command?.command === name;
}

async function perform(client, editor, name) {
  const action = await chosen(client, editor, calls(name));
  if (action) await client.sendRequest("workspace/executeCommand", { command: name, arguments: action.command.arguments });
}

/** Ask for the reason, and put the comment in. */
async function ignoreHere(client, editor) {
  const action = await chosen(client, editor, ({ edit }) => edit && withReason(edit, ""));
  if (!action) return;
  const reason = await window.showInputBox({
    title: action.title,
    prompt: "The reason stands in the comment; without one nothing is ignored.",
    placeHolder: "checked against the court list",
    ignoreFocusOut: true,
    validateInput: (words) => (words.trim() ? undefined : "A reason is needed."),
  });
  if (!reason?.trim()) return;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(withReason(action.edit, reason));
  if (!(await workspace.applyEdit(edit))) window.showWarningMessage("The draft has changed meanwhile: nothing was put in.");
}

async function openLedger(executable, { document }) {
  const name = document.uri.scheme === "file" ? document.uri.fsPath : workspace.asRelativePath(document.uri);
  const draft = { file: Uri.file(name).fsPath, text: document.getText() };
  const html = await ledger.page(executable, draft);
  const title = `Ledger: ${name.split(/[\\/]/).at(-1)}`;
  window.createWebviewPanel("newslint.ledger", title, ViewColumn.Beside, { enableScripts: true, enableFindWidget: true }).webview.html = html;
}

/**
 * Register the commands.
 *
 * @param {() => {client?: import("vscode-languageclient/node").LanguageClient, path?: string}} running the client, if one runs
 * @returns what VS Code takes back when the extension goes
 */
function register(running, { restart, showOutput }) {
  const here = (act, needed) => async () => {
    const editor = window.activeTextEditor;
    const have = running()[needed];
    if (!editor || !have) {
      window.showWarningMessage(editor ? "newslint is not running: see its output." : "Open a draft first.");
      return;
    }
    try {
      await act(have, editor);
    } catch (fault) {
      window.showErrorMessage(`newslint: ${fault.message}`);
    }
  };
  const all = {
    "newslint.ignoreHere": here(ignoreHere, "client"),
    "newslint.confirmHere": here((client, editor) => perform(client, editor, "newslint.confirm"), "client"),
    "newslint.explainHere": here((client, editor) => perform(client, editor, "newslint.explain"), "client"),
    "newslint.openLedger": here(openLedger, "path"),
    "newslint.restartServer": restart,
    "newslint.showOutput": showOutput,
  };
  return Object.entries(all).map(([name, run]) => commands.registerCommand(name, run));
}

module.exports = { register };
