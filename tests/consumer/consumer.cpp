// A program of another project: two texts in, the redline as CriticMarkup out.
#include <iostream>
#include <stet.hpp>

int main() {
    const auto redline =
        stet::compare({.name = "before.md", .bytes = "# Pay\n\nThe rate is ten dollars ($10.00).\n", .format = ""},
                      {.name = "after.md", .bytes = "# Pay\n\nThe rate is twelve dollars ($12.00).\n", .format = ""});
    std::cout << stet::write(redline, "criticmarkup");
    return redline.verified.holds() ? 0 : 1;
}
