"use strict";

const assert = require("node:assert");
const { test } = require("node:test");
const { withReason } = require("../src/ignoring");

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
const edit = (value) => ({ documentChanges: [{ textDocument: { uri: "file:///d", version: 3 }, edits: [{ range, snippet: { kind: "snippet", value } }] }] });
const text = (value, reason) => withReason(edit(value), reason).documentChanges[0].edits[0].newText;

for (const [value, reason, expected] of [
  ["newslint: ignore[W103] $0\n", "so said", "newslint: ignore[W103] so said\n"],
  ["<!-- newslint: ignore[N201: \"\\$0 to \\$5\"] $0 -->", "checked", "<!-- newslint: ignore[N201: \"$0 to $5\"] checked -->"],
  ["a\\\\$0", "b", "a\\b"],
  ["\\}$0", "costs $1 & $&", "}costs $1 & $&"],
  ["# $0", " two\nlines  long ", "# two lines long"],
  ["<!-- $0 -->", "so it is --> really", "<!-- so it is – really -->"],
]) {
  test(`${value} with ${JSON.stringify(reason)}`, () => assert.strictEqual(text(value, reason), expected));
}

test("what else the edit says stays", () => {
  assert.deepStrictEqual(withReason(edit("$0"), "x").documentChanges[0].textDocument, { uri: "file:///d", version: 3 });
});

test("an edit without a hole is none to be filled", () => {
  assert.strictEqual(withReason({ documentChanges: [{ edits: [{ range, newText: "x" }] }] }, "x"), null);
  assert.strictEqual(withReason({ changes: {} }, "x"), null);
});
