// The ledger of a draft as a page: what each of its sentences rests on.
"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");

/**
 * The page for a draft as it stands in the editor, saved or not. Throws what newslint says where it cannot be made.
 *
 * @param {string} executable of newslint
 * @param {{file: string, text: string}} draft its sources are looked for beside `file`
 */
function page(executable, { file, text }) {
  const words = ["sources", "-", "--stdin-display-name", file, "--format", "html"];
  const run = spawn(executable, words, { cwd: path.dirname(file), env: { ...process.env, PYTHONUTF8: "1" } });
  const said = { out: [], err: [] };
  run.stdout.on("data", (piece) => said.out.push(piece));
  run.stderr.on("data", (piece) => said.err.push(piece));
  run.stdin.on("error", () => {}); // it left before it had read all: what it said of that is shown
  run.stdin.end(text);
  return new Promise((give, fail) => {
    run.on("error", fail);
    run.on("close", (status) => {
      const made = Buffer.concat(said.out).toString();
      const fault = Buffer.concat(said.err).toString().trim();
      if (made) give(made);
      else fail(new Error(fault || `newslint left with status ${status}`));
    });
  });
}

module.exports = { page };
