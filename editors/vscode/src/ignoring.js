// An ignore comment with its reason. The server offers the comment as a snippet, with a hole where the reason goes.
"use strict";

const HOLE = "$0";
const PIECES = /\\[\s\S]|\$0|[\s\S]/g;

/** The protocol's edit with `reason` in its hole, as one without snippets; null where it has no hole. */
function withReason(edit, reason) {
  let filled = false;
  const documentChanges = (edit.documentChanges ?? []).map((change) => ({
    ...change,
    edits: change.edits.map((one) => {
      if (!one.snippet) return one;
      filled = true;
      return { range: one.range, newText: fill(one.snippet.value, fit(reason)) };
    }),
  }));
  return filled ? { documentChanges } : null;
}

function fill(snippet, words) {
  return snippet.match(PIECES).map((piece) => (piece === HOLE ? words : piece.length > 1 ? piece.slice(1) : piece)).join("");
}

// On one line, and without what would end an HTML comment.
function fit(reason) {
  return reason.trim().replace(/\s+/g, " ").replace(/--+!?>?/g, "–");
}

module.exports = { withReason };
