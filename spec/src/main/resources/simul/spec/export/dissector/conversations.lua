-- --- conversations --------------------------------------------------------------------------------

-- What is known of a direction of a stream: openings met, bytes of a wrong packet that are still to
-- come, the frame since which nothing can be understood. A frame may be dissected again at any time,
-- so what was known before it is kept.
local current = {}
local before = {}

function proto.init()
  current = {}
  before = {}
end

local function copy(state)
  return { met = state.met, skip = state.skip, lost = state.lost }
end

local function state_before(pinfo, tvb, key)
  local place = key .. "/" .. pinfo.number .. "/" .. tvb:offset() .. "/" .. tvb:len()
  local again = before[place] ~= nil
  if not again then
    before[place] = copy(current[key] or { met = 0, skip = 0 })
  end
  return copy(before[place]), again
end

local function side_of(pinfo)
  local from, to = pinfo.src_port, pinfo.dst_port
  for _, port in ipairs({ pinfo.match_uint or 0, proto.prefs.port }) do
    if from ~= to and to == port then
      return SPEC.client
    elseif from ~= to and from == port then
      return SPEC.server
    end
  end
  return to < from and SPEC.client or SPEC.server
end

-- --- the tree -------------------------------------------------------------------------------------

local function add_part(tree, part, tvb, base, bytes, words)
  if part.kind == "array" then
    for i = 0, elements(part, tvb, base, bytes) - 1 do
      local at = base + part.offset + i * part.stride
      local branch = tree:add(tvb(at, part.stride), part.name .. "[" .. i .. "]")
      for _, inner in ipairs(part.parts) do
        add_part(branch, inner, tvb, at, part.stride)
      end
    end
    return
  end
  local range = tvb(base + part.offset, part.bytes)
  local word
  if part.kind == "text" then
    word = text(part, range)
    tree:add(part.field, range, word)
  elseif part.kind == "bytes" then
    tree:add(part.field, range)
  elseif part.read == "d" then
    word = number(part, tvb, base)
    tree:add(part.field, range, math.max(0, word))
  else
    word = number(part, tvb, base)
    if SPEC.big then
      tree:add(part.field, range)
    else
      tree:add_le(part.field, range)
    end
  end
  if words and word and not part.quiet then
    local named = part.names and part.names[word]
    words[#words + 1] = part.name .. "=" .. tostring(named or word)
  end
end

local function add_packet(tree, packet, tvb, at, bytes)
  local branch = tree:add(tvb(at, bytes), packet.name .. ", " .. bytes .. " bytes")
  local words = { packet.name }
  for _, part in ipairs(packet.parts) do
    add_part(branch, part, tvb, at, bytes, words)
  end
  return branch, table.concat(words, " ")
end

-- Shows a wrong packet as far as it has come; returns how many bytes that are.
local function add_fault(root, fault, tvb, at, stop, state, pinfo)
  local bytes = math.min(fault.resume or stop - at, stop - at)
  local branch
  if fault.packet then
    branch = add_packet(root, fault.packet, tvb, at, bytes)
  else
    branch = root:add(tvb(at, bytes), "Malformed packet")
  end
  branch:add_proto_expert_info(malformed, fault.text)
  if fault.resume then
    state.skip = fault.resume - bytes
  else
    branch:add_proto_expert_info(lost)
    state.lost = pinfo.number
  end
  return bytes
end

local function next_frame(side, state, tvb, at, stop)
  local first = side.openings[state.met + 1]
  if first then
    return opening(side, first, tvb, at, stop)
  end
  return (side.envelope and enveloped or plain)(side, tvb, at, stop)
end

local function add_frame(root, side, state, tvb, at, bytes, packets, infos)
  if state.met < #side.openings then
    state.met = state.met + 1
  elseif side.envelope then
    local used = side.envelope.used
    root = root:add(tvb(at, bytes), "Frame, " .. bytes .. " bytes")
    add_part(root, used, tvb, at, bytes)
  end
  if #packets == 0 then
    infos[#infos + 1] = "(frame without a packet)"
  end
  for _, found in ipairs(packets) do
    local _, info = add_packet(root, found.packet, tvb, found.at, found.bytes)
    infos[#infos + 1] = info
  end
end

-- Dissects frame by frame; returns the place behind the last, and what is missing of the next one.
local function dissect(side, state, tvb, pinfo, root, infos)
  local at, stop = 0, tvb:len()
  while at < stop do
    if state.lost then
      root():add(tvb(at), "Not understood"):add_proto_expert_info(lost, "lost since frame " .. state.lost)
      infos[#infos + 1] = "(not understood)"
      at = stop
    elseif state.skip > 0 then
      local bytes = math.min(state.skip, stop - at)
      root():add(tvb(at, bytes), "Rest of a malformed packet")
      infos[#infos + 1] = "(rest of a malformed packet)"
      state.skip = state.skip - bytes
      at = at + bytes
    else
      local status, found, packets = next_frame(side, state, tvb, at, stop)
      if status == "more" then
        return at, found or DESEGMENT_ONE_MORE_SEGMENT
      elseif status == "wrong" or found <= 0 then
        local fault = status == "wrong" and found or { text = "a packet without a byte" }
        infos[#infos + 1] = "(malformed: " .. fault.text .. ")"
        at = at + add_fault(root(), fault, tvb, at, stop, state, pinfo)
      else
        add_frame(root(), side, state, tvb, at, found, packets, infos)
        at = at + found
      end
    end
  end
  return at
end

function proto.dissector(tvb, pinfo, tree)
  local side = side_of(pinfo)
  local streams = { stream_of() }
  local key = tostring(streams[#streams]) .. "/" .. side.sender
  local state, again = state_before(pinfo, tvb, key)
  local infos = {}
  local branch
  local function root()
    branch = branch or tree:add(proto, tvb(), SPEC.title .. ", from the " .. side.sender)
    return branch
  end
  pinfo.cols.protocol = SPEC.column
  local at, missing = dissect(side, state, tvb, pinfo, root, infos)
  if missing and pinfo.can_desegment > 0 then
    pinfo.desegment_offset = at
    pinfo.desegment_len = missing
  elseif missing then
    root():add(tvb(at), "Start of a packet"):add_proto_expert_info(cut)
    infos[#infos + 1] = "(start of a packet)"
  end
  if branch and at > 0 then
    branch:set_len(missing and pinfo.can_desegment > 0 and at or tvb:len())
  end
  if #infos > 0 then
    pinfo.cols.info:clear()
    pinfo.cols.info:append(table.concat(infos, ", ") .. " ")
    pinfo.cols.info:fence()
  end
  if not again then
    current[key] = state
  end
  return tvb:len()
end

-- --- ports ----------------------------------------------------------------------------------------

local ports = DissectorTable.get("tcp.port")
local listening = proto.prefs.port

function proto.prefs_changed()
  if listening ~= proto.prefs.port then
    if listening > 0 then
      ports:remove(listening, proto)
    end
    listening = proto.prefs.port
    if listening > 0 then
      ports:add(listening, proto)
    end
  end
end

ports:add(listening, proto)
