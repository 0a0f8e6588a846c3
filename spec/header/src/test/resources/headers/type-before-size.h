#pragma once
// 타입이 길이보다 먼저 온다
namespace net
{
	enum class Kind : char { Move = 'M', Place = 'P', Bye = 'B' };

#pragma pack(push, 1)
	struct Front
	{
		Kind kind;
		unsigned short length;
	};

	struct Move : Front
	{
		unsigned char way;
	};

	struct Place : Front
	{
		long long id;
		double x;
		double y;
	};

	struct Bye : Front
	{
		long long id;
	};
#pragma pack(pop)
}
