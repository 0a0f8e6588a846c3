#pragma once

namespace game {
	constexpr unsigned char kMaxPlayers = 10;

	namespace client {
		constexpr unsigned char kMove = 1;
		constexpr unsigned char kChat = 2;
	}
	namespace server {
		constexpr unsigned char kHello = 1;
		constexpr unsigned char kState = 2;
		constexpr unsigned char kBye = 3;
	}
}

namespace game::wire {
#pragma pack(push, 1)
	struct Head { unsigned char length; unsigned char kind; };

	namespace client {
		struct Move { Head head; unsigned char direction; };
		struct Chat { Head head; char text[32]; };
	}

	namespace server {
		struct Hello { Head head; unsigned char you; };
		struct Piece { unsigned char id, x, y; };
		struct State { Head head; unsigned char count; Piece pieces[kMaxPlayers]; };
		struct Bye { Head head; unsigned char who; };
	}
#pragma pack(pop)
}

namespace {
	struct Hidden { int value; };
}
