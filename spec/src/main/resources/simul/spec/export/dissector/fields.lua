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
