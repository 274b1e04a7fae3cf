// Where the newslint executable is. Knows nothing of VS Code, so that it can be tested without.
"use strict";

const path = require("node:path");

const ENVIRONMENTS = [".venv", "venv"];

// How programs are called and where they stand, on Windows and elsewhere.
const WINDOWS = { scripts: "Scripts", endings: [".exe", ".cmd", ".bat"], divider: ";", path: path.win32 };
const POSIX = { scripts: "bin", endings: [""], divider: ":", path: path.posix };

/**
 * The executable as { path }, or as { missing }, a sentence that says where it was looked for.
 *
 * @param {{setting: string, folders: string[], env: Object, home: string, windows: boolean, isFile: (path: string) => boolean}} place
 *   `setting` is newslint.path as the user wrote it, `folders` the workspace's.
 */
function find({ setting, folders, env, home, windows, isFile }) {
  const system = windows ? WINDOWS : POSIX;
  const programIn = (folder, name = "newslint") =>
    system.endings.map((ending) => system.path.join(folder, name + ending)).find(isFile);
  const onPath = (name) =>
    (env.PATH ?? env.Path ?? "").split(system.divider).filter(Boolean).map((folder) => programIn(folder, name)).find(Boolean);

  if (setting.trim()) {
    const written = expanded(setting.trim(), folders, home);
    const bare = !/[\\/]/.test(written);
    const candidates = system.path.isAbsolute(written) ? [written] : folders.map((folder) => system.path.join(folder, written));
    const found = (bare && onPath(written)) || candidates.flatMap((at) => ["", ...system.endings].map((ending) => at + ending)).find(isFile);
    return found ? { path: found } : { missing: `There is no file ${written}, which the setting newslint.path names.` };
  }
  for (const folder of folders) {
    for (const environment of ENVIRONMENTS) {
      const found = programIn(system.path.join(folder, environment, system.scripts));
      if (found) return { path: found };
    }
  }
  const found = onPath("newslint");
  return found ? { path: found } : { missing: `newslint was not found ${searched(folders)}` };
}

function expanded(written, folders, home) {
  return written.replace(/^~(?=[\\/])/, () => home).replaceAll("${workspaceFolder}", () => folders[0] ?? "");
}

function searched(folders) {
  const name = folders.length === 1 ? "this workspace" : "any folder of this workspace";
  return folders.length ? `in the .venv of ${name}, nor on the PATH.` : "on the PATH.";
}

module.exports = { find };
