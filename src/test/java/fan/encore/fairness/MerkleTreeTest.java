package fan.encore.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final int SIZE = 300;

  /** Every tree up to here, then those around powers of two. */
  private static final List<Integer> SIZES =
      IntStream.concat(
              IntStream.rangeClosed(1, 66), IntStream.of(127, 128, 129, 255, 256, 257, SIZE))
          .boxed()
          .toList();

  private static final int TAMPERED = 66;

  /** Leaves and roots of the reference implementation of Certificate Transparency. */
  private static final String[] LEAVES = {
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f"
  };

  private static final String[] ROOTS = {
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  };

  private static final List<byte[]> HASHES =
      IntStream.range(0, SIZE)
          .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
          .toList();

  private static final MerkleTree TREE = new MerkleTree(over(HASHES));

  @Test
  void rootsAreThoseOfTheReference() {
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 0; i < LEAVES.length; i++) {
      hashes.add(MerkleTree.leaf(HEX.parseHex(LEAVES[i])));
      assertEquals(ROOTS[i], HEX.formatHex(new MerkleTree(over(hashes)).root(i + 1)));
    }
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        HEX.formatHex(new MerkleTree(over(List.of())).root(0)));
  }

  @Test
  void aTreeThatGrowsIsTheTree() {
    for (int before = 0; before < SIZE; before += 7) {
      GrowingTree growing = new GrowingTree(before, over(HASHES));
      for (int size = before + 1; size <= Math.min(SIZE, before + 20); size++) {
        growing.add(HASHES.get(size - 1));
        assertArrayEquals(TREE.root(size), growing.root());
      }
      growing
          .completed()
          .forEach(
              made -> assertArrayEquals(over(HASHES).at(made.level(), made.index()), made.hash()));
    }
  }

  @Test
  void everyInclusionProofVerifiesAndNoTamperedOne() {
    for (int size : SIZES) {
      byte[] root = TREE.root(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = TREE.inclusion(index, size);
        byte[] leaf = HASHES.get(index);
        assertTrue(MerkleTree.includes(leaf, index, size, path, root), index + " of " + size);
        assertFalse(MerkleTree.includes(other(leaf), index, size, path, root));
        assertFalse(MerkleTree.includes(leaf, index, size, path, other(root)));
        assertFalse(MerkleTree.includes(leaf, index, size, longer(path), root));
        assertFalse(MerkleTree.includes(leaf, size, size, path, root));
        assertFalse(size > 1 && MerkleTree.includes(leaf, (index + 1) % size, size, path, root));
        for (int step = 0; size <= TAMPERED && step < path.size(); step++) {
          assertFalse(MerkleTree.includes(leaf, index, size, tampered(path, step), root));
          assertFalse(MerkleTree.includes(leaf, index, size, without(path, step), root));
        }
      }
    }
  }

  @Test
  void everyConsistencyProofVerifiesAndNoTamperedOne() {
    for (int second : SIZES) {
      byte[] after = TREE.root(second);
      for (int first = 1; first <= second; first++) {
        byte[] before = TREE.root(first);
        List<byte[]> proof = TREE.consistency(first, second);
        String which = first + " in " + second;
        assertTrue(MerkleTree.continues(first, before, second, after, proof), which);
        assertFalse(MerkleTree.continues(first, other(before), second, after, proof), which);
        assertFalse(MerkleTree.continues(first, before, second, other(after), proof), which);
        assertFalse(MerkleTree.continues(first, before, second, after, longer(proof)), which);
        assertFalse(MerkleTree.continues(second + 1, before, second, after, proof), which);
        for (int step = 0; second <= TAMPERED && step < proof.size(); step++) {
          assertFalse(
              MerkleTree.continues(first, before, second, after, tampered(proof, step)), which);
          assertFalse(
              MerkleTree.continues(first, before, second, after, without(proof, step)), which);
        }
      }
    }
  }

  @Test
  void thereAreNoProofsOfNonsense() {
    assertThrows(IllegalArgumentException.class, () -> TREE.inclusion(5, 5));
    assertThrows(IllegalArgumentException.class, () -> TREE.inclusion(-1, 5));
    assertThrows(IllegalArgumentException.class, () -> TREE.consistency(6, 5));
    assertThrows(IllegalArgumentException.class, () -> TREE.consistency(-1, 5));
    assertTrue(TREE.consistency(0, 5).isEmpty());
    assertTrue(TREE.consistency(5, 5).isEmpty());
  }

  /** Subtrees straight from the definition. */
  private static MerkleTree.Nodes over(List<byte[]> hashes) {
    Map<List<Long>, byte[]> known = new HashMap<>();
    return new MerkleTree.Nodes() {
      @Override
      public byte[] at(int level, long index) {
        if (level == 0) {
          return hashes.get((int) index);
        }
        byte[] hash = known.get(List.of((long) level, index));
        if (hash == null) {
          hash = MerkleTree.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
          known.put(List.of((long) level, index), hash);
        }
        return hash;
      }
    };
  }

  private static byte[] other(byte[] hash) {
    byte[] other = hash.clone();
    other[7] ^= 1;
    return other;
  }

  private static List<byte[]> tampered(List<byte[]> proof, int step) {
    List<byte[]> tampered = new ArrayList<>(proof);
    tampered.set(step, other(proof.get(step)));
    return tampered;
  }

  private static List<byte[]> without(List<byte[]> proof, int step) {
    List<byte[]> shorter = new ArrayList<>(proof);
    shorter.remove(step);
    return shorter;
  }

  private static List<byte[]> longer(List<byte[]> proof) {
    List<byte[]> longer = new ArrayList<>(proof);
    longer.add(HASHES.get(0));
    return longer;
  }
}
