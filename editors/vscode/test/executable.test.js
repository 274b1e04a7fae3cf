"use strict";

const assert = require("node:assert");
const { test } = require("node:test");
const { find } = require("../src/executable");

function found(files, more = {}) {
  const place = { setting: "", folders: ["/desk"], env: { PATH: "/usr/bin:/opt/bin" }, home: "/home/ann", windows: false, ...more };
  return find({ ...place, isFile: (file) => files.includes(file) });
}

const WINDOWS = { windows: true, folders: ["C:\\desk"], env: { Path: "C:\\Windows;C:\\bin" }, home: "C:\\Users\\ann" };

for (const [what, files, more, expected] of [
  ["the workspace's own", ["/desk/.venv/bin/newslint", "/usr/bin/newslint"], {}, "/desk/.venv/bin/newslint"],
  ["one in venv", ["/desk/venv/bin/newslint"], {}, "/desk/venv/bin/newslint"],
  ["the second folder's", ["/b/.venv/bin/newslint"], { folders: ["/a", "/b"] }, "/b/.venv/bin/newslint"],
  ["the first on the path", ["/usr/bin/newslint", "/opt/bin/newslint"], {}, "/usr/bin/newslint"],
  ["without a folder", ["/opt/bin/newslint"], { folders: [] }, "/opt/bin/newslint"],
  ["the setting first", ["/x/newslint", "/desk/.venv/bin/newslint"], { setting: "/x/newslint" }, "/x/newslint"],
  ["a setting from home", ["/home/ann/bin/newslint"], { setting: "~/bin/newslint" }, "/home/ann/bin/newslint"],
  ["a setting from the folder", ["/desk/tools/newslint"], { setting: "${workspaceFolder}/tools/newslint" }, "/desk/tools/newslint"],
  ["a setting within the folder", ["/desk/tools/newslint"], { setting: "tools/newslint" }, "/desk/tools/newslint"],
  ["a setting on the path", ["/opt/bin/newslint-dev"], { setting: "newslint-dev" }, "/opt/bin/newslint-dev"],
  ["Windows, in the folder", ["C:\\desk\\.venv\\Scripts\\newslint.exe"], WINDOWS, "C:\\desk\\.venv\\Scripts\\newslint.exe"],
  ["Windows, on the path", ["C:\\bin\\newslint.exe"], WINDOWS, "C:\\bin\\newslint.exe"],
  ["Windows, a setting without its ending", ["D:\\newslint.exe"], { ...WINDOWS, setting: "D:\\newslint" }, "D:\\newslint.exe"],
]) {
  test(`found: ${what}`, () => assert.deepStrictEqual(found(files, more), { path: expected }));
}

for (const [what, files, more, expected] of [
  ["nowhere", [], {}, /\.venv of this workspace, nor on the PATH/],
  ["nowhere, without a folder", ["/desk/.venv/bin/newslint"], { folders: [] }, /not found on the PATH/],
  ["a setting that is wrong is not passed over", ["/usr/bin/newslint"], { setting: "/gone/newslint" }, /no file \/gone\/newslint/],
  ["no path at all", [], { env: {} }, /not found/],
]) {
  test(`not found: ${what}`, () => assert.match(found(files, more).missing, expected));
}
