// The edge of VS Code, as much of it as the extension and its language client touch. All behind it is real: the extension, the client,
// the process, the server. What an editor shows or is asked lands in `vscode.seen`, and `vscode.answers` are what its user says.
"use strict";

const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");

const ROOT = process.env.NEWSLINT_EXTENSION ?? path.join(__dirname, "..");
const inside = Module.createRequire(path.join(ROOT, "package.json"));
const manifest = inside("./package.json");

// --- values -------------------------------------------------------------------------------------

class Uri {
  constructor(href) {
    this.href = href;
    const url = new URL(href);
    Object.assign(this, { scheme: url.protocol.slice(0, -1), path: decodeURIComponent(url.pathname), authority: url.host, query: "", fragment: "" });
    this.fsPath = this.scheme === "file" ? fileURLToPath(url) : this.path;
  }
  static file(file) { return new Uri(pathToFileURL(file).href); }
  static parse(href) { return new Uri(href); }
  with() { return this; }
  toString() { return this.href; }
}
class Position {
  constructor(line, character) { Object.assign(this, { line, character }); }
}
class Range {
  constructor(start, end, line, character) {
    [this.start, this.end] = line === undefined ? [start, end] : [new Position(start, end), new Position(line, character)];
  }
}
class Location {
  constructor(uri, range) { Object.assign(this, { uri, range }); }
}
class Diagnostic {
  constructor(range, message, severity) { Object.assign(this, { range, message, severity }); }
}
class DiagnosticRelatedInformation {
  constructor(location, message) { Object.assign(this, { location, message }); }
}
class TextEdit {
  constructor(range, newText) { Object.assign(this, { range, newText }); }
}
class WorkspaceEdit {
  constructor() { this.edits = []; }
  set(uri, edits) { this.edits.push(...edits.map((edit) => [uri, Array.isArray(edit) ? edit[0] : edit])); }
  replace(uri, range, newText) { this.edits.push([uri, new TextEdit(range, newText)]); }
}
class Disposable {
  constructor(free = () => {}) { this.dispose = free; }
  static from(...all) { return new Disposable(() => all.forEach((one) => one.dispose())); }
}
class EventEmitter {
  constructor() {
    this.heard = new Set();
    this.event = (listener, self) => {
      const bound = self ? listener.bind(self) : listener;
      this.heard.add(bound);
      return new Disposable(() => this.heard.delete(bound));
    };
  }
  fire(event) { return [...this.heard].map((listener) => listener(event)); }
  dispose() { this.heard.clear(); }
}
class CodeActionKind {
  constructor(value) { this.value = value; }
  append(more) { return new CodeActionKind([this.value, more].filter(Boolean).join(".")); }
}
for (const [name, value] of [["Empty", ""], ["QuickFix", "quickfix"], ["Refactor", "refactor"], ["RefactorExtract", "refactor.extract"],
  ["RefactorInline", "refactor.inline"], ["RefactorRewrite", "refactor.rewrite"], ["RefactorMove", "refactor.move"], ["Source", "source"],
  ["SourceOrganizeImports", "source.organizeImports"], ["Notebook", "notebook"]]) {
  CodeActionKind[name] = new CodeActionKind(value);
}
class CancellationTokenSource {
  constructor() { this.token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() }; }
  cancel() { this.token.isCancellationRequested = true; }
  dispose() {}
}

// --- namespaces; what is not told here is there, and does nothing --------------------------------

function lenient(name, known) {
  return new Proxy(known, {
    get(target, key) {
      if (!(key in target) && typeof key === "string") {
        target[key] = /^[A-Z]/.test(key) ? lenient(key, class {}) : () => new Disposable();
      }
      return target[key];
    },
  });
}

const seen = { messages: [], outputs: [], pages: [], edits: [], diagnostics: new Map(), context: {}, opened: [] };
const answers = { message: undefined, input: undefined, pick: (items) => items[0] };
const chosen = new Map(); // settings as the user wrote them
const registered = new Map();
const events = lenient("events", {});
const event = (name) => (events[name] = new EventEmitter()).event;

function said(kind) {
  return async (message, ...buttons) => {
    seen.messages.push({ kind, message, buttons });
    return buttons.includes(answers.message) ? answers.message : undefined;
  };
}

/** The settings below `section`, as their user wrote them or as the manifest has them. */
function configuration(section) {
  const all = {};
  for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
    const steps = name.split(".");
    const last = steps.pop();
    steps.reduce((level, step) => (level[step] ??= {}), all)[last] = chosen.get(name) ?? value;
  }
  const get = (name) => name.split(".").reduce((level, step) => level?.[step], section ? all[section] : all);
  return { ...(section ? all[section] : all), get, has: (name) => get(name) !== undefined, inspect: () => undefined };
}

const vscode = lenient("vscode", {
  __esModule: true,
  Uri, Position, Range, Selection: Range, Location, Diagnostic, DiagnosticRelatedInformation, TextEdit, WorkspaceEdit, Disposable, EventEmitter,
  CancellationTokenSource, CodeActionKind,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  version: "1.100.0",
  env: lenient("env", { appName: "Visual Studio Code", language: "en", openExternal: async (uri) => seen.opened.push(String(uri)) }),
  commands: lenient("commands", {
    registerCommand(name, run, self) {
      if (registered.has(name)) throw new Error(`command '${name}' already exists`);
      registered.set(name, self ? run.bind(self) : run);
      return new Disposable(() => registered.delete(name));
    },
    async executeCommand(name, ...words) {
      if (name === "setContext") seen.context[words[0]] = words[1];
      else if (registered.has(name)) return registered.get(name)(...words);
      else seen.opened.push([name, ...words]);
    },
  }),
  languages: lenient("languages", {
    match: (selector, document) =>
      [selector].flat().some(({ scheme, language }) => scheme === document.uri.scheme && language === document.languageId) ? 10 : 0,
    createDiagnosticCollection: () => {
      const own = new Map();
      return {
        set: (uri, found) => { seen.diagnostics.set(String(uri), found ?? []); own.set(String(uri), found); },
        delete: (uri) => seen.diagnostics.delete(String(uri)),
        get: (uri) => own.get(String(uri)), has: (uri) => own.has(String(uri)),
        forEach: () => {}, clear: () => seen.diagnostics.clear(), dispose: () => seen.diagnostics.clear(),
      };
    },
  }),
  window: lenient("window", {
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: lenient("tabGroups", { all: [], onDidChangeTabGroups: event("tabGroups"), onDidChangeTabs: event("tabs") }),
    createOutputChannel: () => {
      const write = (...words) => seen.outputs.push(words.map(String).join(" "));
      return lenient("output", { ...Object.fromEntries(["append", "appendLine", "trace", "debug", "info", "warn", "error"].map((to) => [to, write])), show: () => seen.opened.push("output"), dispose() {}, logLevel: 2, onDidChangeLogLevel: event("logLevel") });
    },
    createWebviewPanel: (kind, title) => {
      const panel = { kind, title, webview: { html: "" } };
      seen.pages.push(panel);
      return panel;
    },
    showTextDocument: async (uri, options) => seen.opened.push({ uri, options }),
    showErrorMessage: said("error"), showWarningMessage: said("warning"), showInformationMessage: said("information"),
    setStatusBarMessage: (message) => seen.messages.push({ kind: "status", message }),
    showInputBox: async (options) => { seen.messages.push({ kind: "input", ...options }); return answers.input; },
    showQuickPick: async (items) => answers.pick(await items),
    withProgress: async (_, task) => task({ report() {} }, new CancellationTokenSource().token),
    onDidChangeActiveTextEditor: event("activeEditor"),
    onDidChangeVisibleTextEditors: event("visibleEditors"),
  }),
  workspace: lenient("workspace", {
    textDocuments: [], notebookDocuments: [], workspaceFolders: undefined,
    getConfiguration: configuration,
    getWorkspaceFolder: () => vscode.workspace.workspaceFolders?.[0],
    asRelativePath: (uri) => path.basename(uri.path),
    fs: { readFile: async (uri) => readFileSync(uri.fsPath) },
    applyEdit: async (edit) => { seen.edits.push(edit); return true; },
    ...Object.fromEntries(
      ["DidOpenTextDocument", "DidChangeTextDocument", "DidCloseTextDocument", "DidSaveTextDocument", "WillSaveTextDocument", "DidChangeConfiguration",
        "DidChangeWorkspaceFolders"].map((name) => [`on${name}`, event(name)]),
    ),
  }),
});

// --- for tests ----------------------------------------------------------------------------------

/** A document as open in the editor, in the one editor that is active. */
function open(file, text, languageId = "plaintext") {
  const { TextDocument } = inside("vscode-languageserver-textdocument");
  const uri = Uri.file(file);
  let held = TextDocument.create(String(uri), languageId, 1, text);
  const document = {
    uri, fileName: file, languageId, isClosed: false, isDirty: false, isUntitled: false, eol: 1,
    get version() { return held.version; },
    get lineCount() { return held.lineCount; },
    getText: (range) => held.getText(range),
    positionAt: (offset) => Object.assign(new Position(0, 0), held.positionAt(offset)),
    offsetAt: (position) => held.offsetAt(position),
    /** As an edit by the user or by code. */
    async replace(range, words) {
      const change = { range, rangeOffset: held.offsetAt(range.start), rangeLength: held.offsetAt(range.end) - held.offsetAt(range.start), text: words };
      held = TextDocument.update(held, [change], held.version + 1);
      await Promise.all(events.DidChangeTextDocument.fire({ document, contentChanges: [change] }));
    },
  };
  vscode.workspace.textDocuments.push(document);
  vscode.window.activeTextEditor = { document, selection: new Range(0, 0, 0, 0) };
  vscode.window.visibleTextEditors = [vscode.window.activeTextEditor];
  const tab = { input: new vscode.TabInputText(uri) };
  tab.input.uri = uri;
  vscode.window.tabGroups.all = [{ tabs: [tab], activeTab: tab }];
  events.DidOpenTextDocument.fire(document);
  return document;
}

const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? vscode : load(request, ...rest));

module.exports = { vscode, seen, answers, chosen, registered, events, open, manifest, ROOT, extension: () => inside("./src/extension.js") };
