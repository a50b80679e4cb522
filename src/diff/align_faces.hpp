// The alignment of a marked document's two faces: what came from one block of the file is one.
#pragma once

#include <cstdint>
#include <vector>

#include "diff/alignment.hpp"
#include "document/document.hpp"

namespace stet {

/// The blocks of one face, and for each the block of the file that it was and the letters (not blanks) in it.
struct FaceBlocks {
    struct Origin {
        std::uint32_t block = 0;
        std::uint32_t letters = 0;
    };
    std::vector<Block> blocks;
    std::vector<Origin> origins;
};

/// Takes one face of a file's blocks. A block of which nothing but comments is left is out where the other face has
/// more of it.
FaceBlocks take_face(const std::vector<Block>& blocks, Face face);

/// Pairs the blocks of two faces that came from the same block of the file, and the units that they open: no text is
/// compared and nothing moved. `before` and `after` were read from the blocks whose origins are given, in order.
Alignment align_faces(const Document& before, const std::vector<FaceBlocks::Origin>& before_origins,
                      const Document& after, const std::vector<FaceBlocks::Origin>& after_origins);

}  // namespace stet
