// A second client, on Microsoft's own implementation of the protocol and of its text documents. Prints JSON.
//   node client.js show  FILE COMMAND...               the diagnostics of a draft
//   node client.js fuzz  FILE SEED BATCHES COMMAND...  random edits; after each batch the server's text must be the client's
"use strict";

const { spawn } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { pathToFileURL } = require("node:url");
const lsp = require("vscode-languageserver-protocol/node");
const { TextDocument } = require("vscode-languageserver-textdocument");

class Client {
  constructor([program, ...words]) {
    this.server = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
    this.left = new Promise((leave) => this.server.on("exit", leave));
    const reader = new lsp.StreamMessageReader(this.server.stdout);
    this.connection = lsp.createProtocolConnection(reader, new lsp.StreamMessageWriter(this.server.stdin));
    this.published = [];
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => this.published.push(params));
    for (const request of [lsp.ConfigurationRequest, lsp.RegistrationRequest, lsp.WorkDoneProgressCreateRequest]) {
      this.connection.onRequest(request.type, (params) => (params.items ? params.items.map(() => null) : null));
    }
    this.connection.listen();
  }

  async begin(folder) {
    const uri = pathToFileURL(folder).href;
    const capabilities = {
      general: { positionEncodings: ["utf-16"] },
      textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
      window: { workDoneProgress: true },
      workspace: { configuration: true, workspaceFolders: true },
    };
    const params = { processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: "desk" }], capabilities };
    const result = await this.connection.sendRequest(lsp.InitializeRequest.type, params);
    await this.connection.sendNotification(lsp.InitializedNotification.type, {});
    return result;
  }

  open(document) {
    const { uri, languageId, version } = document;
    const textDocument = { uri, languageId, version, text: document.getText() };
    return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  }

  // The newest diagnostics, once all rules have run.
  async settled(document) {
    const { version } = await this.connection.sendRequest("newslint/settled", { uri: document.uri });
    return this.published.findLast((params) => params.uri === document.uri && params.version === version);
  }

  // The server's exit status, after leaving as the protocol asks.
  async end() {
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    return this.left;
  }
}

// Numbers that are the same on every run (mulberry32).
function generator(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const WORDS = [
  "", "a", " ", "The visit is interesting. ", "\n", "\r\n", "\r", "\n\n", "\r\r\n", "x\ny\r\nz\rw", "😋", "👩‍👩‍👧\n", "e\u0301", "“한국”",
  "\u2028", "\u2029", "\u0085", "\f", "\v", "\u001c", "\ufeff", "🇫🇷\r\n", "<!-- newslint: ignore[W103] so said -->\n",
];

// The position of an offset, or now and then one past the end of its line or of the text, which must be taken for that end.
function position(document, offset, random) {
  if (random(20) === 0) return { line: document.positionAt(offset).line + random(2), character: 100000 };
  const inside = /[\udc00-\udfff]/.test(document.getText()[offset] ?? ""); // no editor parts a pair of surrogates
  return document.positionAt(inside ? offset - 1 : offset);
}

function change(document, random) {
  const text = WORDS[random(WORDS.length)] + WORDS[random(WORDS.length)];
  if (random(500) === 0) return { text };
  const { length } = document.getText();
  const offset = random(length + 1);
  const places = [offset, Math.min(length, offset + random(3) * random(length > 5000 ? 400 : 9))];
  const [start, end] = places.map((place) => position(document, place, random));
  return { range: document.offsetAt(start) <= document.offsetAt(end) ? { start, end } : { start: end, end: start }, text };
}

async function show(file, ...command) {
  const client = new Client(command);
  const { capabilities, serverInfo } = await client.begin(dirname(file));
  const document = TextDocument.create(pathToFileURL(file).href, "plaintext", 1, readFileSync(file, "utf8"));
  await client.open(document);
  const found = await client.settled(document);
  return { capabilities, serverInfo, found, status: await client.end() };
}

async function fuzz(file, seed, batches, ...command) {
  const random = generator(Number(seed));
  const client = new Client(command);
  await client.begin(dirname(file));
  const uri = pathToFileURL(file).href;
  let document = TextDocument.create(uri, "plaintext", 1, readFileSync(file, "utf8"));
  await client.open(document);
  const mismatches = [];
  let edits = 0;
  for (let batch = 0; batch < Number(batches); batch += 1) {
    for (let notice = random(10); notice >= 0; notice -= 1) {
      const version = document.version + 1;
      const contentChanges = [];
      for (let count = random(4); count >= 0; count -= 1) {
        const made = change(document, random);
        contentChanges.push(made);
        document = TextDocument.update(document, [made], version);
      }
      edits += contentChanges.length;
      await client.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    }
    const known = await client.connection.sendRequest("newslint/text", { uri });
    if (known.text !== document.getText() || known.version !== document.version) mismatches.push({ batch, known });
  }
  const found = await client.settled(document);
  return { edits, mismatches, version: document.version, text: document.getText(), found, status: await client.end() };
}

const [verb, ...words] = process.argv.slice(2);
({ show, fuzz })[verb](...words).then((made) => console.log(JSON.stringify(made)));
