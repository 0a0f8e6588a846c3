/* The part of Microsoft's concurrency library that the course's servers use: a queue with a lock. */
#pragma once
#include <cstddef>
#include <functional>
#include <mutex>
#include <queue>
#include <vector>

namespace concurrency {
template <class T, class Less = std::less<T>>
class concurrent_priority_queue {
 public:
  void push(const T &value) {
    std::lock_guard<std::mutex> held(lock);
    values.push(value);
  }

  bool try_pop(T &value) {
    std::lock_guard<std::mutex> held(lock);
    if (values.empty()) {
      return false;
    }
    value = values.top();
    values.pop();
    return true;
  }

  bool empty() const {
    std::lock_guard<std::mutex> held(lock);
    return values.empty();
  }

  std::size_t size() const {
    std::lock_guard<std::mutex> held(lock);
    return values.size();
  }

 private:
  mutable std::mutex lock;
  std::priority_queue<T, std::vector<T>, Less> values;
};
}  // namespace concurrency
namespace Concurrency = concurrency;
