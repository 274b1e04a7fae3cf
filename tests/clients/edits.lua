-- Makes random edits in the buffer, as a writer's hands, commands and plugins make them: edits(seed, how_many).
local seed, how_many = ...
math.randomseed(seed)

local WORDS = {
  "a", " ", "About 600 men", "😋", "👩‍👩‍👧", "e\u{301}", "“", "한국", "\u{2028}", "\u{85}", "\f", "\t", "", "\n", "\n\n", "x\ny😋\nz", "🇫🇷\n",
}

local function word()
  return WORDS[math.random(#WORDS)]
end

-- The byte at which a character of this line begins, or its end.
local function place(line)
  local characters = vim.fn.strchars(line)
  return vim.fn.byteidxcomp(line, math.random(0, characters))
end

local function range()
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  local first = math.random(#lines)
  local last = math.min(#lines, first + math.random(0, 2))
  local start, stop = place(lines[first]), place(lines[last])
  if first == last and stop < start then
    start, stop = stop, start
  end
  return first - 1, start, last - 1, stop
end

local EDITS = {
  function() -- a range becomes other words: what plugins and code actions do
    local first, start, last, stop = range()
    vim.api.nvim_buf_set_text(0, first, start, last, stop, vim.split(word() .. word(), "\n"))
  end,
  function() -- typed
    local first, start = range()
    vim.api.nvim_win_set_cursor(0, { first + 1, start })
    vim.cmd("normal! i" .. (word():gsub("\n", "\r")))
  end,
  function() -- whole lines
    local count = vim.api.nvim_buf_line_count(0)
    local first = math.random(0, count)
    local last = math.min(count, first + math.random(0, 2))
    vim.api.nvim_buf_set_lines(0, first, last, true, vim.split(word() .. word(), "\n"))
  end,
  function() -- pasted
    local first, start = range()
    vim.api.nvim_win_set_cursor(0, { first + 1, start })
    vim.fn.setreg("z", word() .. word(), math.random(2) == 1 and "v" or "V")
    vim.cmd('normal! "z' .. (math.random(2) == 1 and "p" or "P"))
  end,
  function() vim.cmd("silent! undo") end,
  function() vim.cmd("silent! redo") end,
  function() vim.cmd("silent! %s/e/😋/g") end,
  function() vim.cmd("silent! %s/😋/e/") end,
  function() -- lines joined, deleted, moved
    vim.api.nvim_win_set_cursor(0, { math.random(vim.api.nvim_buf_line_count(0)), 0 })
    vim.cmd("silent! " .. ({ "join", "delete", "move 0", "copy $" })[math.random(4)])
  end,
}

for _ = 1, how_many do
  EDITS[math.random(#EDITS)]()
end
local ends = vim.bo.fileformat == "dos" and "\r\n" or "\n"
return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), ends) .. (vim.bo.eol and ends or "")
