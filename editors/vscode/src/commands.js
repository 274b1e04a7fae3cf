// What the command palette offers beside what the server itself does.
"use strict";

const { commands, Uri, ViewColumn, window, workspace } = require("vscode");
const { withReason } = require("./ignoring");

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
  if (action) await commands.executeCommand(name, ...action.command.arguments);
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

/** What VS Code does better than the server can: ask for words, show pages within the editor. */
const middleware = {
  async executeCommand(name, words, next) {
    if (name !== "newslint.confirm" || words.length > 2) return next(name, words);
    const how = await window.showInputBox({
      title: "Mark as Confirmed",
      prompt: "How was it confirmed? It is kept in .newslint-confirmed.yml with your name and the day.",
      placeHolder: "phoned the press office",
      ignoreFocusOut: true,
      validateInput: (said) => (said.trim() ? undefined : "Say how."),
    });
    return how?.trim() ? next(name, [...words, { how: how.trim() }]) : undefined;
  },
  window: {
    async showDocument(params, _, next) {
      const uri = Uri.parse(params.uri);
      if (uri.scheme !== "file" || params.selection) return next(params);
      if (uri.path.endsWith(".html")) return shown(() => page(uri));
      if (uri.path.endsWith(".md")) return shown(() => commands.executeCommand("markdown.showPreviewToSide", uri));
      return next(params);
    },
  },
};

async function shown(show) {
  await show();
  return { success: true };
}

async function page(uri) {
  const name = uri.path.split("/").at(-1).replace(/\.html$/, "");
  const panel = window.createWebviewPanel("newslint.page", name, ViewColumn.Beside, { enableScripts: true, enableFindWidget: true });
  panel.webview.html = Buffer.from(await workspace.fs.readFile(uri)).toString();
}

/**
 * Register the commands.
 *
 * @param {() => import("vscode-languageclient/node").LanguageClient | undefined} running the client, if one runs
 * @returns what VS Code takes back when the extension goes
 */
function register(running, { restart, showOutput }) {
  const here = (act) => async () => {
    const editor = window.activeTextEditor;
    const client = running();
    if (!editor || !client) {
      window.showWarningMessage(editor ? "newslint is not running: see its output." : "Open a draft first.");
      return;
    }
    try {
      await act(client, editor);
    } catch (fault) {
      window.showErrorMessage(`newslint: ${fault.message}`);
    }
  };
  const all = {
    "newslint.ignoreHere": here(ignoreHere),
    "newslint.confirmHere": here((client, editor) => perform(client, editor, "newslint.confirm")),
    "newslint.explainHere": here((client, editor) => perform(client, editor, "newslint.explain")),
    "newslint.openLedger": here((_, { document }) => commands.executeCommand("newslint.ledger", String(document.uri))),
    "newslint.restartServer": restart,
    "newslint.showOutput": showOutput,
  };
  return Object.entries(all).map(([name, run]) => commands.registerCommand(name, run));
}

module.exports = { middleware, register };
