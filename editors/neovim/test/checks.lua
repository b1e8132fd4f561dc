--- Counts what holds and what does not, and says each on a line of its own, in the form of TAP.

local checks = { passed = 0, failed = 0 }

local function say(line)
  io.stdout:write(line, '\n')
  io.stdout:flush()
end

local function report(holds, name, detail)
  checks[holds and 'passed' or 'failed'] = checks[holds and 'passed' or 'failed'] + 1
  say(('%s %d - %s'):format(holds and 'ok' or 'not ok', checks.passed + checks.failed, name))
  if not holds then
    say('  ' .. tostring(detail):gsub('\n', '\n  '))
  end
end

--- Both must be the same.
function checks.same(name, got, wanted)
  report(vim.deep_equal(got, wanted), name, ('got:    %s\nwanted: %s'):format(vim.inspect(got), vim.inspect(wanted)))
end

--- The text must have all the parts in it, in this order.
function checks.has(name, text, ...)
  local at, missing = 1, nil
  for _, part in ipairs({ ... }) do
    local _, last = tostring(text):find(part, at, true)
    if not last then
      missing = part
      break
    end
    at = last + 1
  end
  report(not missing, name, ('%q is not, or not in its order, in:\n%s'):format(missing or '', tostring(text)))
end

--- The text must have none of the parts in it, and there must be one.
function checks.lacks(name, text, ...)
  for _, part in ipairs({ ... }) do
    if tostring(text):find(part, 1, true) then
      return report(false, name, ('%q is in:\n%s'):format(part, tostring(text)))
    end
  end
  report(text ~= '', name, 'there is no text')
end

--- Runs one scenario; what stops it is a failure, and the next one goes on.
function checks.scenario(name, run)
  say('# ' .. name)
  local fine, problem = xpcall(run, debug.traceback)
  if not fine then
    report(false, name .. ' comes to its end', problem)
  end
end

--- Says how it went, and gives the exit code.
function checks.close()
  say(('1..%d'):format(checks.passed + checks.failed))
  say(('%d passed, %d failed'):format(checks.passed, checks.failed))
  return checks.failed == 0 and checks.passed > 0 and 0 or 1
end

return checks
