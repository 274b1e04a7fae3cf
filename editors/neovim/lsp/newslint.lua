-- Neovim 0.11 and later: put this file into ~/.config/nvim/lsp/ and write into init.lua
--     vim.lsp.enable("newslint")
-- Before 0.11: put lua/newslint.lua beside it as well, and write
--     require("newslint").setup()
return {
  cmd = { "newslint", "lsp" },
  filetypes = { "text", "markdown", "html", "rst", "mail" },
  root_markers = { ".newslint.yaml", ".newslint.yml", "pyproject.toml", ".git" },
  -- What stands here goes above the desk's .newslint.yaml, as words of the command line would.
  settings = { newslint = vim.empty_dict() },
  -- For example:
  -- settings = { newslint = { profile = "wire", minSeverity = "info" } },
}
