// The program `stet`; the work is in the library.
#include "cli/run.hpp"

int main(int argc, char** argv) {
    return stet::cli::run(argc, argv);
}
