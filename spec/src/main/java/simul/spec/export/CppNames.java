package simul.spec.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that C++ code may not give to its own things. */
final class CppNames {
  private static final String KEYWORDS =
      """
      alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t
      char32_t class compl concept const consteval constexpr constinit const_cast continue co_await
      co_return co_yield decltype default delete do double dynamic_cast else enum explicit export
      extern false float for friend goto if inline int long mutable namespace new noexcept not
      not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires
      return short signed sizeof static static_assert static_cast struct switch template this
      thread_local throw true try typedef typeid typename union unsigned using virtual void
      volatile wchar_t while xor xor_eq
      """;

  /** Macros of C and of windows.h, which a header of a game is likely to stand behind. */
  private static final String MACROS =
      """
      NULL EOF errno offsetof assert stdin stdout stderr min max near far small interface IN OUT
      OPTIONAL ERROR DELETE CONST VOID TRUE FALSE INFINITE IGNORE PASCAL CALLBACK WINAPI unix linux
      TEXT APIENTRY UNICODE MAX_PATH CHAR_BIT SCHAR_MIN SCHAR_MAX CHAR_MIN CHAR_MAX UCHAR_MAX
      SHRT_MIN SHRT_MAX USHRT_MAX INT_MIN INT_MAX UINT_MAX WM_USER VK_BACK VK_TAB VK_RETURN VK_SHIFT
      VK_CONTROL VK_MENU VK_ESCAPE VK_SPACE VK_PRIOR VK_NEXT VK_END VK_HOME VK_LEFT VK_UP VK_RIGHT
      VK_DOWN VK_INSERT VK_DELETE
      """;

  /** What the header itself takes for granted. */
  private static final String OWN = "std PORT WIDTH HEIGHT MAX_CLIENTS";

  private CppNames() {}

  /** All of them. */
  static Set<String> reserved() {
    Set<String> words = new HashSet<>();
    for (String list : List.of(KEYWORDS, MACROS, OWN)) {
      words.addAll(List.of(list.strip().split("\\s+")));
    }
    return words;
  }
}
