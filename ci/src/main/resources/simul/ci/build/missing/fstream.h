/* The header of the time before the standard, when its names were everybody's. */
#pragma once
#include <fstream>
#include <iostream>
using namespace std;
