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
