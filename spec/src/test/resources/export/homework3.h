#pragma once

// Multi-user chessboard, 8 x 8, ten players
// The packets of the protocol homework3. Made by: simul spec export --to cpp
//
// Numbers are little-endian on the wire, as on x86.
// From the client: every packet has a header with its length in size (u8 at 0), which counts the whole packet; type (u8 at 1) says which packet it is.
// From the server: every packet has a header with its length in size (u8 at 0), which counts the whole packet; type (u8 at 1) says which packet it is.

#include <cstddef>
#include <cstdint>

/* simul: what C++ cannot say, as a spec file says it; the import reads it
name: homework3
title: "Multi-user chessboard, 8 x 8, ten players"
port: PORT
framing:
  length: { field: size, counts: whole }
  type: { field: type }
header: [ size, type ]
roles:
  move:
    UP: { send: MOVE, set: { direction: UP } }
    DOWN: { send: MOVE, set: { direction: DOWN } }
    LEFT: { send: MOVE, set: { direction: LEFT } }
    RIGHT: { send: MOVE, set: { direction: RIGHT } }
  self: [ { packet: LOGIN, when: first, id: id } ]
  enter: [ { packet: LOGIN, when: later, id: id } ]
  position: [ { packet: POSITION, id: id, x: x, y: y } ]
  leave: [ { packet: LOGOUT, id: id } ]
world:
  width: WIDTH
  height: HEIGHT
  max-clients: MAX_CLIENTS
*/

namespace homework3 {

constexpr std::uint16_t PORT = 9000;
constexpr int WIDTH = 8;
constexpr int HEIGHT = 8;
constexpr int MAX_CLIENTS = 10;

enum class Direction : std::uint8_t {
  UP = 0,
  DOWN = 1,
  LEFT = 2,
  RIGHT = 3,
};

// What stands in type of packets from the client.
constexpr std::uint8_t TYPE_MOVE = 1;

// What stands in type of packets from the server.
constexpr std::uint8_t TYPE_POSITION = 1;
constexpr std::uint8_t TYPE_LOGIN = 2;
constexpr std::uint8_t TYPE_LOGOUT = 3;

#pragma pack(push, 1)

// MOVE, from the client.
// simul: packet: MOVE, from: client, type: TYPE_MOVE
struct MOVE {
  std::uint8_t size;  // 0: length of the packet in bytes
  std::uint8_t type;  // 1: TYPE_MOVE
  Direction direction;  // 2
};

// POSITION, from the server.
// simul: packet: POSITION, from: server, type: TYPE_POSITION
struct POSITION {
  std::uint8_t size;  // 0: length of the packet in bytes
  std::uint8_t type;  // 1: TYPE_POSITION
  std::uint8_t id;  // 2
  std::uint8_t x;  // 3
  std::uint8_t y;  // 4
};

// LOGIN, from the server.
// simul: packet: LOGIN, from: server, type: TYPE_LOGIN
struct LOGIN {
  std::uint8_t size;  // 0: length of the packet in bytes
  std::uint8_t type;  // 1: TYPE_LOGIN
  std::uint8_t id;  // 2
};

// LOGOUT, from the server.
// simul: packet: LOGOUT, from: server, type: TYPE_LOGOUT
struct LOGOUT {
  std::uint8_t size;  // 0: length of the packet in bytes
  std::uint8_t type;  // 1: TYPE_LOGOUT
  std::uint8_t id;  // 2
};

#pragma pack(pop)

static_assert(offsetof(MOVE, size) == 0, "MOVE.size is at 0");
static_assert(offsetof(MOVE, type) == 1, "MOVE.type is at 1");
static_assert(offsetof(MOVE, direction) == 2, "MOVE.direction is at 2");
static_assert(sizeof(MOVE) == 3, "MOVE has 3 bytes");
static_assert(offsetof(POSITION, size) == 0, "POSITION.size is at 0");
static_assert(offsetof(POSITION, type) == 1, "POSITION.type is at 1");
static_assert(offsetof(POSITION, id) == 2, "POSITION.id is at 2");
static_assert(offsetof(POSITION, x) == 3, "POSITION.x is at 3");
static_assert(offsetof(POSITION, y) == 4, "POSITION.y is at 4");
static_assert(sizeof(POSITION) == 5, "POSITION has 5 bytes");
static_assert(offsetof(LOGIN, size) == 0, "LOGIN.size is at 0");
static_assert(offsetof(LOGIN, type) == 1, "LOGIN.type is at 1");
static_assert(offsetof(LOGIN, id) == 2, "LOGIN.id is at 2");
static_assert(sizeof(LOGIN) == 3, "LOGIN has 3 bytes");
static_assert(offsetof(LOGOUT, size) == 0, "LOGOUT.size is at 0");
static_assert(offsetof(LOGOUT, type) == 1, "LOGOUT.type is at 1");
static_assert(offsetof(LOGOUT, id) == 2, "LOGOUT.id is at 2");
static_assert(sizeof(LOGOUT) == 3, "LOGOUT has 3 bytes");

}  // namespace homework3
