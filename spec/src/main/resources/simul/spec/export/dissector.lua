
-- What follows is the same for every protocol. It keeps to what Lua 5.1 to 5.4 have in common.

local proto = Proto(SPEC.id, SPEC.title)
proto.prefs.port = Pref.uint("Server port", SPEC.port, "The TCP port that the server listens on")

local malformed =
  ProtoExpert.new(SPEC.id .. ".malformed", "Malformed packet", expert.group.MALFORMED, expert.severity.ERROR)
local lost = ProtoExpert.new(
  SPEC.id .. ".lost", "The stream cannot be understood any further", expert.group.UNDECODED, expert.severity.WARN)
local cut = ProtoExpert.new(
  SPEC.id .. ".cut", "A packet goes on in another segment", expert.group.REASSEMBLE, expert.severity.NOTE)
proto.experts = { malformed, lost, cut }

local stream_of = Field.new("tcp.stream")

-- --- fields ---------------------------------------------------------------------------------------

local INTEGERS = {
  u = { ProtoField.uint8, ProtoField.uint16, nil, ProtoField.uint32 },
  i = { ProtoField.int8, ProtoField.int16, nil, ProtoField.int32 },
}

local function new_field(part)
  local abbreviation = SPEC.id .. "." .. part.id
  if part.kind == "text" then
    return ProtoField.string(abbreviation, part.name)
  elseif part.kind == "bytes" then
    return ProtoField.bytes(abbreviation, part.name)
  elseif part.read == "f" then
    return (part.bytes == 4 and ProtoField.float or ProtoField.double)(abbreviation, part.name)
  elseif part.read == "d" then
    return ProtoField.uint32(abbreviation, part.name, base.DEC, part.names)
  elseif part.bytes == 8 then
    return (part.read == "u" and ProtoField.uint64 or ProtoField.int64)(abbreviation, part.name, base.DEC)
  end
  return INTEGERS[part.read][part.bytes](abbreviation, part.name, base.DEC, part.names)
end

local fields = {}

local function register(parts)
  for _, part in ipairs(parts) do
    if part.kind == "array" then
      register(part.parts)
    else
      part.field = new_field(part)
      fields[#fields + 1] = part.field
    end
  end
end

for _, side in ipairs({ SPEC.client, SPEC.server }) do
  for _, list in ipairs({ side.openings, side.packets }) do
    for _, packet in ipairs(list) do
      register(packet.parts)
    end
  end
  if side.envelope then
    register({ side.envelope.used })
  end
end
proto.fields = fields

-- --- bytes ----------------------------------------------------------------------------------------

local function hex(tvb, at, bytes)
  return tvb(at, bytes):bytes():tohex(true)
end

-- The number of a part in what starts at base; -1 where there should be digits and are none.
local function number(part, tvb, base)
  local range = tvb(base + part.offset, part.bytes)
  if part.read == "d" then
    local value = 0
    for i = 0, part.bytes - 1 do
      local digit = range(i, 1):uint() - 48
      if digit < 0 or digit > 9 then
        return -1
      end
      value = 10 * value + digit
    end
    return value
  elseif part.read == "f" then
    return SPEC.big and range:float() or range:le_float()
  elseif part.bytes == 8 then
    local value
    if part.read == "u" then
      value = SPEC.big and range:uint64() or range:le_uint64()
    else
      value = SPEC.big and range:int64() or range:le_int64()
    end
    return value:tonumber()
  elseif part.read == "u" then
    return SPEC.big and range:uint() or range:le_uint()
  end
  return SPEC.big and range:int() or range:le_int()
end

local function text(part, range)
  local value
  if part.charset == "utf-16" then
    value = SPEC.big and range:ustring() or range:le_ustring()
  elseif part.charset == "ms949" and ENC_EUC_KR then
    value = range:string(ENC_EUC_KR)
  else
    value = range:string(ENC_UTF_8)
  end
  local zero = string.find(value, "\0", 1, true)
  return zero and string.sub(value, 1, zero - 1) or value
end

-- How many elements an array has in a packet of so many bytes.
local function elements(array, tvb, base, bytes)
  if array.count then
    return array.count
  end
  local room = math.floor(math.max(0, bytes - array.offset) / array.stride)
  return array.counter and math.min(room, number(array.counter, tvb, base)) or room
end

-- Whether all constants that have arrived are the packet's.
local function matches(packet, tvb, at, available)
  for _, constant in ipairs(packet.constants) do
    local there = math.min(#constant.hex / 2, available - constant.offset)
    if there > 0 and hex(tvb, at + constant.offset, there) ~= string.sub(constant.hex, 1, 2 * there) then
      return false
    end
  end
  return true
end

local function refused(part, value, tvb, base)
  if part.hex then
    return hex(tvb, base + part.offset, part.bytes) ~= part.hex
  end
  return part.min and value < part.min or part.max and value > part.max or part.only and not part.only[value]
end

-- The first number that must not be what it is: the part, where it is, its value.
local function first_refused(parts, tvb, base, bytes)
  for _, part in ipairs(parts) do
    if part.kind == "array" then
      for i = 0, elements(part, tvb, base, bytes) - 1 do
        local wrong, at, value = first_refused(part.parts, tvb, base + part.offset + i * part.stride, bytes)
        if wrong then
          return wrong, at, value
        end
      end
    elseif part.kind == "number" and (part.hex or part.min or part.max or part.only) then
      local value = number(part, tvb, base)
      if refused(part, value, tvb, base) then
        return part, base + part.offset, value
      end
    end
  end
end

-- --- frames ---------------------------------------------------------------------------------------

-- Each of these looks at the frame at a place, of which the bytes before stop have come. They return
--   "whole", bytes, packets      packets is a list of { packet, at, bytes }
--   "more", missing              how many bytes at least, or nil
--   "wrong", fault               fault.text, fault.at, fault.bytes of the field that shows it,
--                                fault.resume: length of the frame where that is known, fault.packet

local function wrong(message, at, bytes, resume, packet)
  return "wrong", { text = message, at = at, bytes = bytes, resume = resume, packet = packet }
end

local function refusal(part, value, packet)
  if part.read == "d" and value < 0 then
    return string.format("%s in %s is no number of %d digits", part.name, packet.name, part.bytes)
  end
  return string.format("%s %s in %s is outside %s", part.name, tostring(value), packet.name, part.allowed or "0..65536")
end

local function body(packet, tvb, at, stop, bytes)
  if stop - at < bytes then
    return "more", bytes - (stop - at)
  end
  local part, place, value = first_refused(packet.parts, tvb, at, bytes)
  if part then
    return wrong(refusal(part, value, packet), place, part.bytes, bytes, packet)
  end
  return "whole", bytes, { { packet = packet, at = at, bytes = bytes } }
end

local function fits(packet, tvb, at, available, bytes)
  local tail = packet.tail
  if not tail then
    return bytes == packet.bytes
  end
  local rest = bytes - packet.bytes
  if rest < 0 or rest % tail.stride ~= 0 then
    return false
  end
  local counter = tail.counter
  return not counter
    or available < counter.offset + counter.bytes
    or number(counter, tvb, at) * tail.stride == rest
end

local function may_have_length(side, bytes)
  for _, packet in ipairs(side.packets) do
    local rest = bytes - packet.bytes
    if rest == 0 or packet.tail and rest > 0 and rest % packet.tail.stride == 0 then
      return true
    end
  end
  return false
end

local function of_type(side, tvb, at)
  local found = hex(tvb, at + side.type.offset, side.type.bytes)
  for _, packet in ipairs(side.packets) do
    if packet.type == found then
      return packet
    end
  end
end

local function has(part, available)
  return part ~= nil and available >= part.offset + part.bytes
end

local function unknown_type(side, tvb, at, resume)
  local message =
    string.format("%s %s is no packet from the %s", side.type.name, tostring(number(side.type, tvb, at)), side.sender)
  return wrong(message, at + side.type.offset, side.type.bytes, resume)
end

local function prefixed(side, tvb, at, stop)
  local available = stop - at
  local length = side.length
  local bytes
  if has(length, available) then
    local value = number(length, tvb, at)
    bytes = length.whole and value or value + side.header_bytes
    local place = at + length.offset
    local says = length.name .. " " .. tostring(value)
    if bytes < side.header_bytes then
      return wrong(says .. " is below the header's own", place, length.bytes)
    elseif not may_have_length(side, bytes) then
      return wrong(says .. " is that of no packet from the " .. side.sender, place, length.bytes, bytes)
    end
  end
  local candidate
  if side.type then
    if not has(side.type, available) then
      return "more"
    end
    candidate = of_type(side, tvb, at)
    if not candidate then
      return unknown_type(side, tvb, at, bytes)
    end
  end
  if not bytes then
    return "more"
  end
  if side.type then
    if not fits(candidate, tvb, at, available, bytes) then
      local message = string.format("%s does not fit %s", length.name, candidate.name)
      return wrong(message, at + length.offset, length.bytes, bytes)
    end
  else
    for _, packet in ipairs(side.packets) do
      if not candidate and fits(packet, tvb, at, available, bytes) and matches(packet, tvb, at, available) then
        candidate = packet
      end
    end
    if not candidate then
      return wrong("this is no packet from the " .. side.sender, at + length.offset, length.bytes, bytes)
    end
  end
  return body(candidate, tvb, at, stop, bytes)
end

-- The length of a packet that says it by its kind, nil while it is not known, and whether it is wrong.
local function own_length(packet, tvb, at, available)
  local tail = packet.tail
  if not tail then
    return packet.bytes
  elseif not has(tail.counter, available) then
    return nil
  end
  local count = number(tail.counter, tvb, at)
  if count < 0 or count > 65536 or refused(tail.counter, count, tvb, at) then
    return nil, true
  end
  return packet.bytes + count * tail.stride
end

local function sized(side, tvb, at, stop)
  local available = stop - at
  local possible = 0
  local missing
  for _, packet in ipairs(side.packets) do
    local typed = not has(side.type, available) or hex(tvb, at + side.type.offset, side.type.bytes) == packet.type
    if typed and matches(packet, tvb, at, available) then
      local bytes, bad = own_length(packet, tvb, at, available)
      if bad then
        local counter = packet.tail.counter
        local message = refusal(counter, number(counter, tvb, at), packet)
        return wrong(message, at + counter.offset, counter.bytes)
      elseif bytes and bytes <= available then
        return body(packet, tvb, at, stop, bytes)
      end
      possible = possible + 1
      missing = bytes and bytes - available
    end
  end
  if possible > 0 then
    return "more", possible == 1 and missing or nil
  elseif has(side.type, available) then
    return unknown_type(side, tvb, at, side.frame_bytes)
  end
  return wrong("this starts no packet from the " .. side.sender, at, 1, side.frame_bytes)
end

local function plain(side, tvb, at, stop)
  return (side.length and prefixed or sized)(side, tvb, at, stop)
end

local function enveloped(side, tvb, at, stop)
  local envelope = side.envelope
  local used = envelope.used
  if not has(used, stop - at) then
    return "more", envelope.bytes - (stop - at)
  end
  local filled = number(used, tvb, at)
  if filled < 0 or filled > envelope.capacity then
    local message = string.format("%s %s is outside 0..%d", used.name, tostring(filled), envelope.capacity)
    return wrong(message, at + used.offset, used.bytes, envelope.bytes)
  elseif stop - at < envelope.bytes then
    return "more", envelope.bytes - (stop - at)
  end
  local packets = {}
  local inner = at + envelope.data
  local last = inner + filled
  while inner < last do
    local status, found, list = plain(side, tvb, inner, last)
    if status == "more" then
      return wrong("the last packet of the frame is cut", inner, last - inner, envelope.bytes)
    elseif status == "wrong" then
      found.resume = envelope.bytes
      return status, found
    end
    packets[#packets + 1] = list[1]
    inner = inner + found
  end
  return "whole", envelope.bytes, packets
end

local function opening(side, packet, tvb, at, stop)
  if not matches(packet, tvb, at, stop - at) then
    return wrong("this is not " .. packet.name .. ", with which the stream must start", at, stop - at)
  end
  return body(packet, tvb, at, stop, packet.bytes)
end

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
