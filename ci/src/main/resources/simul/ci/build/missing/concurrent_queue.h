/* The part of Microsoft's concurrency library that the course's servers use: a queue with a lock. */
#pragma once
#include <cstddef>
#include <mutex>
#include <queue>

namespace concurrency {
template <class T>
class concurrent_queue {
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
    value = values.front();
    values.pop();
    return true;
  }

  bool empty() const {
    std::lock_guard<std::mutex> held(lock);
    return values.empty();
  }

  std::size_t unsafe_size() const {
    std::lock_guard<std::mutex> held(lock);
    return values.size();
  }

  void clear() {
    std::lock_guard<std::mutex> held(lock);
    values = std::queue<T>();
  }

 private:
  mutable std::mutex lock;
  std::queue<T> values;
};
}  // namespace concurrency
namespace Concurrency = concurrency;
