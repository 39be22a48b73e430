/** The batches of one stream are stored one after the other, also when two of them travel at once. */
export class Turns {
  /** Of each stream the batches that are on their way here or being stored. */
  readonly #underWay = new Map<string, Map<number, Promise<void>>>();

  /**
   * From the moment that a batch begins to arrive until it is stored or refused.
   * @param work may ask what to wait for before the batch is stored: the one before it, if that is under way.
   */
  async take<T>(
    stream: string,
    no: number,
    work: (before: () => Promise<void> | undefined) => Promise<T>,
  ): Promise<T> {
    const batches = this.#underWay.get(stream) ?? new Map<number, Promise<void>>();
    this.#underWay.set(stream, batches);
    const { promise, resolve } = Promise.withResolvers<void>();
    batches.set(no, promise);
    try {
      return await work(() => batches.get(no - 1));
    } finally {
      if (batches.get(no) === promise) batches.delete(no);
      if (batches.size === 0) this.#underWay.delete(stream);
      resolve();
    }
  }
}
