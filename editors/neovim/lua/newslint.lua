-- For Neovim before 0.11: starts newslint by the same settings, lsp/newslint.lua.
local M = {}

-- The folder above this draft that holds one of the markers, or else the draft's own.
local function root_of(path, markers)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  for _, marker in ipairs(markers) do
    for _, find in ipairs({ vim.fn.findfile, vim.fn.finddir }) do
      local found = find(marker, folder .. ";")
      if found ~= "" then
        return vim.fn.fnamemodify((vim.fn.fnamemodify(found, ":p"):gsub("/$", "")), ":h")
      end
    end
  end
  return folder
end

-- Opens what the server asks for: a source at its passage, the page of a rule, the ledger. Neovim does so itself from 0.9 on.
local function show(_, asked, context)
  if asked.external then
    for _, opener in ipairs({ "xdg-open", "open", "explorer" }) do
      if vim.fn.executable(opener) == 1 then
        return { success = vim.fn.jobstart({ opener, asked.uri }, { detach = true }) > 0 }
      end
    end
    return { success = false }
  end
  local client = vim.lsp.get_client_by_id(context.client_id)
  local top = { line = 0, character = 0 }
  local place = { uri = asked.uri, range = asked.selection or { start = top, ["end"] = top } }
  return { success = vim.lsp.util.jump_to_location(place, client and client.offset_encoding or "utf-16") == true }
end

-- What this Neovim can do: the server offers only what the editor can show.
local function able()
  local handlers, capabilities = {}, vim.lsp.protocol.make_client_capabilities()
  if not vim.lsp.handlers["window/showDocument"] then
    handlers["window/showDocument"] = show
    capabilities.window.showDocument = { support = true }
  end
  return handlers, capabilities
end

-- `changes` are laid over the settings: setup({ settings = { newslint = { profile = "wire" } } })
function M.setup(changes)
  if vim.lsp.enable then
    vim.lsp.config("newslint", changes or {})
    vim.lsp.enable("newslint")
    return
  end
  local file = vim.api.nvim_get_runtime_file("lsp/newslint.lua", false)[1]
  local config = vim.tbl_deep_extend("force", dofile(file), changes or {})
  local clients = {} -- one for each folder, shared by its drafts

  local function attach(event)
    local path = vim.api.nvim_buf_get_name(event.buf)
    local draft = vim.tbl_contains(config.filetypes, vim.bo[event.buf].filetype)
    if not draft or path == "" or vim.bo[event.buf].buftype ~= "" then
      return -- a help page, a scratch buffer
    end
    local root = root_of(path, config.root_markers)
    local client = clients[root]
    if not client or vim.lsp.client_is_stopped(client) then
      local handlers, capabilities = able()
      client = vim.lsp.start_client({
        handlers = handlers,
        capabilities = capabilities,
        name = "newslint",
        cmd = config.cmd,
        root_dir = root,
        settings = config.settings,
        on_init = function(started) -- before 0.8 Neovim keeps the settings to itself
          started.notify("workspace/didChangeConfiguration", { settings = config.settings })
        end,
        workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      })
      clients[root] = client
    end
    if client then
      vim.lsp.buf_attach_client(event.buf, client)
    end
  end

  -- Before another name, as by :saveas: to the server that is another draft.
  local function detach(event)
    local notify = vim.notify
    vim.notify = function() end -- it tells of every detached buffer
    for _, client in pairs(clients) do
      if vim.lsp.buf_is_attached(event.buf, client) then
        pcall(vim.lsp.buf_detach_client, event.buf, client)
        vim.diagnostic.reset(vim.lsp.diagnostic.get_namespace(client), event.buf)
      end
    end
    vim.notify = notify
  end

  local group = vim.api.nvim_create_augroup("newslint", { clear = true })
  vim.api.nvim_create_autocmd("FileType", { group = group, pattern = config.filetypes, callback = attach })
  vim.api.nvim_create_autocmd("BufFilePre", { group = group, callback = detach })
  vim.api.nvim_create_autocmd("BufFilePost", { group = group, callback = attach })
end

return M
