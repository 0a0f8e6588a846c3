/* In the place of a header that was not handed in; the versions are given to the compiler. */
#pragma once
