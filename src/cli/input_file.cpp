// Reads files whole.
#include "cli/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "text/error.hpp"

namespace stet::cli {

namespace {

constexpr std::size_t first_read = 64 * 1024;
constexpr std::size_t largest_input = std::size_t{1} << 30;

/// A file descriptor that closes itself.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

[[noreturn]] void fail(const std::string& name, const std::string& reason) {
    throw Error(name + ": error: cannot be read: " + reason);
}

}  // namespace

Input read_input(const std::string& path, const std::string& format) {
    const bool standard = path == "-";
    Input input{standard ? standard_input_name : path, {}, format};
    const File file(standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.descriptor() < 0) fail(input.name, errno == ENOENT ? "there is no such file" : std::strerror(errno));
    struct stat facts {};
    if (::fstat(file.descriptor(), &facts) != 0) fail(input.name, std::strerror(errno));
    if (S_ISDIR(facts.st_mode)) fail(input.name, "it is a directory");

    // A regular file gives its size: one read takes it and one more finds its end.
    std::string& bytes = input.bytes;
    const auto expected = S_ISREG(facts.st_mode) ? static_cast<std::size_t>(facts.st_size) : 0;
    bytes.resize(std::max(std::min(expected, largest_input) + 1, first_read));
    std::size_t size = 0;
    while (true) {
        if (size > largest_input) fail(input.name, "it is larger than 1 GiB; split it and compare its parts");
        if (size == bytes.size()) bytes.resize(2 * bytes.size());
        const ssize_t count = ::read(file.descriptor(), bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(input.name, std::strerror(errno));
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    bytes.resize(size);
    return input;
}

}  // namespace stet::cli
