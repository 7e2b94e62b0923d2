/** What two objects and a name make, made once as long as both objects live. */
export class Memo<A extends WeakKey, B extends WeakKey, T> {
  private readonly known = new WeakMap<A, WeakMap<B, Map<string, T>>>();

  /** The value made before, else the one that `make` gives. */
  of(first: A, second: B, name: string, make: () => T): T {
    const ofFirst = this.known.get(first) ?? new WeakMap<B, Map<string, T>>();
    this.known.set(first, ofFirst);
    const ofBoth = ofFirst.get(second) ?? new Map<string, T>();
    ofFirst.set(second, ofBoth);
    const found = ofBoth.get(name) ?? make();
    ofBoth.set(name, found);
    return found;
  }
}
