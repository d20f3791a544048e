-- A session of Neovim's own language client with the server, printed as one line of JSON.
-- Environment: BDG_NODE and BDG_SERVER start it, BDG_FOLDER is the root, BDG_FILE the plan's report.

local answers = {}

local function diagnostics()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { line = one.lnum, col = one.col, severity = one.severity, code = one.code, source = one.source, message = one.message })
  end
  return found
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    error("waited in vain: " .. what)
  end
end

local function ask(method, line, character)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    position = { line = line, character = character },
  }
  local responses = vim.lsp.buf_request_sync(0, method, params, 15000)
  for _, response in pairs(responses or {}) do
    return response.result or vim.NIL
  end
  return vim.NIL
end

local function session()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.BDG_FILE))
  local id = vim.lsp.start_client({
    name = "bdg",
    cmd = { vim.env.BDG_NODE, vim.env.BDG_SERVER, "lsp", "--stdio" },
    root_dir = vim.env.BDG_FOLDER,
    init_options = { settings = { asOf = "2025-06-30" } },
    settings = { bdg = { asOf = "2025-06-30" } },
    get_language_id = function() return "bdg" end,
  })
  vim.lsp.buf_attach_client(0, id)
  wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  answers.before = diagnostics()
  answers.hover = ask("textDocument/hover", 2, 3)
  answers.definition = ask("textDocument/definition", 2, 3)

  -- The missed value becomes a better one, as if it were typed.
  local line = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]
  vim.api.nvim_buf_set_lines(0, 2, 3, true, { (line:gsub("40", "60")) })
  wait("no diagnostics", function() return #vim.diagnostic.get(0) == 0 end)
  answers.after = diagnostics()

  vim.lsp.stop_client(id)
  answers.stopped = vim.wait(10000, function() return vim.lsp.client_is_stopped(id) end, 20)
end

local ok, problem = pcall(session)
if not ok then answers.problem = tostring(problem) end
io.stdout:write(vim.json.encode(answers) .. "\n")
vim.cmd("qall!")
