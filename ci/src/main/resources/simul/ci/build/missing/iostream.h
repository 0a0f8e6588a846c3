/* The header of the time before the standard, when its names were everybody's. */
#pragma once
#include <iomanip>
#include <iostream>
using namespace std;
