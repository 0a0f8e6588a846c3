# Made by: simul spec export --to kaitai
meta:
  id: homework3_server
  title: "Multi-user chessboard, 8 x 8, ten players, from the server"
  endian: le
doc: "From the server: every packet has a header with its length in size (u8 at 0), which counts the whole packet; type (u8 at 1) says which packet it is. Kaitai stops at the first malformed packet; it cannot go on behind it, nor find the start of a packet in the middle of a stream."
seq:
  - id: rest
    type: packet
    repeat: eos
types:
  position:
    doc: "POSITION, 5 bytes"
    seq:
      - id: id
        type: u1
      - id: x
        type: u1
      - id: "y"
        type: u1
  login:
    doc: "LOGIN, 3 bytes"
    seq:
      - id: id
        type: u1
  logout:
    doc: "LOGOUT, 3 bytes"
    seq:
      - id: id
        type: u1
  packet:
    seq:
      - id: size
        type: u1
      - id: type
        type: u1
      - id: body
        size: "size - 2"
        type:
          switch-on: type
          cases:
            1: position
            2: login
            3: logout
