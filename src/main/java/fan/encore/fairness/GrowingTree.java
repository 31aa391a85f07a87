package fan.encore.fairness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A Merkle tree that leaves are added to, as the few complete subtrees that it consists of: one per
 * bit of its size, from the largest to the smallest.
 */
public final class GrowingTree {

  /**
   * A complete subtree.
   *
   * @param level it covers {@code 1 << level} leaves
   * @param index among those of its level
   */
  record Subtree(int level, long index, byte[] hash) {}

  private final Deque<Subtree> edge = new ArrayDeque<>();
  private final List<Subtree> completed = new ArrayList<>();
  private long size;

  /** A tree of so many leaves, whose complete subtrees are known. */
  GrowingTree(long size, MerkleTree.Nodes nodes) {
    this.size = size;
    long from = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      edge.addLast(new Subtree(level, from >> level, nodes.at(level, from >> level)));
      from += 1L << level;
    }
  }

  void add(byte[] leafHash) {
    Subtree last = new Subtree(0, size++, leafHash);
    while (!edge.isEmpty() && edge.getLast().level() == last.level()) {
      byte[] hash = MerkleTree.node(edge.removeLast().hash(), last.hash());
      last = new Subtree(last.level() + 1, last.index() >> 1, hash);
      completed.add(last);
    }
    edge.addLast(last);
  }

  /** The subtrees of two leaves and more that were completed since the beginning. */
  List<Subtree> completed() {
    return completed;
  }

  /** The root of a tree that has leaves. */
  byte[] root() {
    byte[] root = null;
    for (var from = edge.descendingIterator(); from.hasNext(); ) {
      byte[] hash = from.next().hash();
      root = root == null ? hash : MerkleTree.node(hash, root);
    }
    return root;
  }
}
