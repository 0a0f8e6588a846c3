/* In the place of a precompiled header that was not handed in. */
#pragma once
#include <stdio.h>
#include <tchar.h>
