package fan.encore.fairness;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1: roots and proofs out of the hashes of complete
 * subtrees, which never change once they are complete.
 */
public final class MerkleTree {

  /** Bytes of a hash. */
  public static final int HASH_BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /** Where hashes of complete subtrees are found. */
  @FunctionalInterface
  public interface Nodes {

    /**
     * @param level 0 for leaves
     * @param index the subtree of leaves {@code index << level} to {@code (index + 1 << level) - 1}
     */
    byte[] at(int level, long index);
  }

  private final Nodes nodes;

  public MerkleTree(Nodes nodes) {
    this.nodes = nodes;
  }

  /** SHA-256 of a zero byte and the leaf. */
  public static byte[] leaf(byte[] body) {
    MessageDigest sha256 = sha256();
    sha256.update(LEAF);
    return sha256.digest(body);
  }

  /** SHA-256 of a one byte and both children. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest sha256 = sha256();
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  /** The root over the first {@code size} leaves; that of the empty tree is SHA-256 of nothing. */
  public byte[] root(long size) {
    return size == 0 ? sha256().digest() : hash(0, size);
  }

  /**
   * The audit path of a leaf, from the bottom up (section 2.1.1).
   *
   * @throws IllegalArgumentException unless 0 &lt;= index &lt; size
   */
  public List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
    }
    List<byte[]> path = new ArrayList<>();
    path(index, 0, size, path);
    return path;
  }

  private void path(long index, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(hash(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(hash(from, middle));
    }
  }

  /**
   * The proof that the tree of {@code first} leaves is the beginning of that of {@code second}
   * (section 2.1.2); empty when one is empty or both are the same.
   *
   * @throws IllegalArgumentException unless 0 &lt;= first &lt;= second
   */
  public List<byte[]> consistency(long first, long second) {
    if (first < 0 || first > second) {
      throw new IllegalArgumentException("A tree of " + first + " is no beginning of " + second);
    }
    List<byte[]> proof = new ArrayList<>();
    if (first > 0 && first < second) {
      subproof(first, 0, second, true, proof);
    }
    return proof;
  }

  private void subproof(long first, long from, long to, boolean known, List<byte[]> proof) {
    if (first == to) {
      if (!known) {
        proof.add(hash(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (first <= middle) {
      subproof(first, from, middle, known, proof);
      proof.add(hash(middle, to));
    } else {
      subproof(first, middle, to, false, proof);
      proof.add(hash(from, middle));
    }
  }

  private byte[] hash(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return nodes.at(level, from >> level);
    }
    long middle = from + split(size);
    return node(hash(from, middle), hash(middle, to));
  }

  /** The largest power of two below n. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }

  /** Whether a path leads from a leaf to a root (RFC 9162, section 2.1.3.2). */
  public static boolean includes(
      byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether a proof shows that one tree is the beginning of another (section 2.1.4.2). */
  public static boolean continues(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first == second) {
      return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    if (first <= 0 || first > second || proof.isEmpty() && Long.bitCount(first) != 1) {
      return first == 0 && proof.isEmpty();
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.add(0, firstRoot);
    }
    return grows(first - 1, second - 1, path, firstRoot, secondRoot);
  }

  private static boolean grows(
      long before, long after, List<byte[]> path, byte[] firstRoot, byte[] secondRoot) {
    long node = before;
    long last = after;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] first = path.get(0);
    byte[] second = path.get(0);
    for (byte[] sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = node(sibling, first);
        second = node(sibling, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = node(second, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(first, firstRoot) && Arrays.equals(second, secondRoot);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
