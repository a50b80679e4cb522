// Files whole or not at all.
#include "cli/output_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "text/error.hpp"

namespace stet::cli {

namespace {

constexpr int most_tries = 100;
constexpr mode_t new_file_mode = 0666;

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
    throw Error((path == "-" ? "standard output" : path) + ": error: cannot be written: " + reason);
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::optional<struct stat> facts_of(const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return std::nullopt;
    return facts;
}

bool same_file(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// The file behind a link, so that the link stays and what it names is replaced.
std::string behind_links(const std::string& path) {
    char* resolved = ::realpath(path.c_str(), nullptr);
    if (resolved == nullptr) return path;
    std::string out(resolved);
    std::free(resolved);  // NOLINT: realpath allocates with malloc
    return out;
}

/// A regular file or none is replaced by renaming; a device or a pipe is written to.
bool is_replaced(const std::string& path) {
    const auto facts = facts_of(path);
    return !facts || S_ISREG(facts->st_mode);
}

void check(const std::string& path) {
    if (path == "-") return;
    if (path.empty()) throw Error("error: an output file needs a name");
    if (const auto facts = facts_of(path)) {
        if (S_ISDIR(facts->st_mode)) fail(path, "it is a directory");
        if (::access(path.c_str(), W_OK) != 0) fail(path, std::strerror(errno));
    } else if (errno != ENOENT || path.back() == '/') {
        fail(path, path.back() == '/' ? "it is a directory" : std::strerror(errno));
    }
    if (!is_replaced(path)) return;
    const std::string folder = folder_of(behind_links(path));
    const auto facts = facts_of(folder);
    if (!facts) fail(path, "there is no folder " + folder);
    if (!S_ISDIR(facts->st_mode)) fail(path, folder + " is no folder");
    if (::access(folder.c_str(), W_OK | X_OK) != 0) fail(path, "the folder " + folder + ": " + std::strerror(errno));
}

void write_all(int descriptor, std::string_view text, const std::string& path) {
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path, std::strerror(errno));
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

/// A file under a temporary name in the folder of its place; gone again unless it is put there.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string path) : path_(std::move(path)), place_(behind_links(path_)) { open(); }
    TemporaryFile(TemporaryFile&& other) noexcept
        : path_(std::move(other.path_)),
          place_(std::move(other.place_)),
          name_(std::exchange(other.name_, {})),
          descriptor_(std::exchange(other.descriptor_, -1)) {}
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!name_.empty()) ::unlink(name_.c_str());
    }

    void write(std::string_view text) {
        write_all(descriptor_, text, path_);
        if (::close(std::exchange(descriptor_, -1)) != 0) fail(path_, std::strerror(errno));
    }

    /// Takes its place, whole at every moment. What stands there is exchanged for it and goes under the temporary name:
    /// renaming over a file makes some file systems send all that was written to the disk first.
    void put() {
        const bool stands = facts_of(place_).has_value() && is_replaced(place_);
        if (stands && ::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, place_.c_str(), RENAME_EXCHANGE) == 0) return;
        if (::rename(name_.c_str(), place_.c_str()) != 0) fail(path_, std::strerror(errno));
        name_.clear();
    }

private:
    void open() {
        const std::string stem =
            folder_of(place_) + "/." + name_of(place_).substr(0, NAME_MAX - 40) + "." + std::to_string(::getpid());
        for (int i = 0; i < most_tries && descriptor_ < 0; ++i) {
            name_ = stem + "." + std::to_string(i) + ".tmp";
            descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, new_file_mode);
            if (descriptor_ < 0 && errno != EEXIST) break;
        }
        if (descriptor_ < 0) {
            name_.clear();
            fail(path_, std::strerror(errno));
        }
        // A file that is replaced keeps its permissions.
        const auto facts = facts_of(place_);
        if (facts && ::fchmod(descriptor_, facts->st_mode & 07777) != 0) fail(path_, std::strerror(errno));
    }

    std::string path_;
    std::string place_;
    std::string name_;
    int descriptor_ = -1;
};

/// A device or a pipe: written to where it is.
void write_in_place(const std::string& path, std::string_view text) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(path, std::strerror(errno));
    try {
        write_all(descriptor, text, path);
    } catch (const Error&) {
        ::close(descriptor);
        throw;
    }
    if (::close(descriptor) != 0) fail(path, std::strerror(errno));
}

bool same_place(const std::string& a, const std::string& b) {
    if (a == "-" || b == "-") return a == b;
    const auto a_facts = facts_of(a);
    const auto b_facts = facts_of(b);
    if (a_facts && b_facts) return is_replaced(a) && same_file(*a_facts, *b_facts);
    if (a_facts || b_facts) return false;
    const auto a_folder = facts_of(folder_of(a));
    const auto b_folder = facts_of(folder_of(b));
    return name_of(a) == name_of(b) && a_folder && b_folder && same_file(*a_folder, *b_folder);
}

}  // namespace

OutputFiles::OutputFiles(std::vector<std::string> paths, const std::vector<std::string>& inputs)
    : paths_(std::move(paths)) {
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        check(paths_[i]);
        for (const std::string& input : inputs)
            if (input != "-" && paths_[i] != "-" && same_place(paths_[i], input))
                throw Error(paths_[i] + ": error: is an input; it would be overwritten");
        for (std::size_t k = 0; k < i; ++k)
            if (same_place(paths_[i], paths_[k])) fail(paths_[i], "it is named for two outputs");
    }
}

void OutputFiles::write(const std::vector<std::string>& texts) const {
    std::vector<TemporaryFile> files;
    files.reserve(paths_.size());
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        if (paths_[i] == "-" || !is_replaced(paths_[i])) continue;
        files.emplace_back(paths_[i]);
        files.back().write(texts[i]);
    }
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        if (paths_[i] == "-")
            write_standard_output(texts[i]);
        else if (!is_replaced(paths_[i]))
            write_in_place(paths_[i], texts[i]);
    }
    for (TemporaryFile& file : files) file.put();
}

void write_standard_output(std::string_view text) {
    write_all(STDOUT_FILENO, text, "-");
}

}  // namespace stet::cli
