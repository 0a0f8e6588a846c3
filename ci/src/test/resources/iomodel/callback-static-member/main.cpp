#include "stdafx.h"
#include "Session.h"
#include "Listener.h"

int _tmain(int argc, _TCHAR* argv[])
{
	Listener listener(9000);
	listener.Run();
	return 0;
}
