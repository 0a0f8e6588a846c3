/*
 * std::locale for names that only Microsoft's library knows, as "korean": libstdc++ on Windows
 * knows "C" alone and throws for all others, which would end a server before it listens. Here the
 * classic locale takes their place; it prints Korean differently, and that is all.
 */
#include <locale>
#include <new>
#include <stdexcept>

extern "C" {
// The constructors locale(const char*) and locale(const locale&, const char*, category), complete
// and base, as --wrap names them.
void __real__ZNSt6localeC1EPKc(std::locale *self, const char *name);
void __real__ZNSt6localeC1ERKS_PKci(std::locale *self, const std::locale &other, const char *name, int category);

void __wrap__ZNSt6localeC1EPKc(std::locale *self, const char *name) {
  try {
    __real__ZNSt6localeC1EPKc(self, name);
  } catch (const std::runtime_error &) {
    new (self) std::locale(std::locale::classic());
  }
}

void __wrap__ZNSt6localeC2EPKc(std::locale *self, const char *name) {
  __wrap__ZNSt6localeC1EPKc(self, name);
}

void __wrap__ZNSt6localeC1ERKS_PKci(std::locale *self, const std::locale &other, const char *name, int category) {
  try {
    __real__ZNSt6localeC1ERKS_PKci(self, other, name, category);
  } catch (const std::runtime_error &) {
    new (self) std::locale(other);
  }
}

void __wrap__ZNSt6localeC2ERKS_PKci(std::locale *self, const std::locale &other, const char *name, int category) {
  __wrap__ZNSt6localeC1ERKS_PKci(self, other, name, category);
}
}
