/** The batches of one stream are stored one after the other, also when two of them travel at once. */
export class Turns {
  /** Of each stream the batches that are on their way here or being stored. */
  readonly #underWay = new Map<string, Map<number, Before>>();

  /** From the moment that a batch begins to arrive until it is stored or refused. */
  async take<T>(stream: string, no: number, work: (turn: Turn) => Promise<T>): Promise<T> {
    const batches = this.#underWay.get(stream) ?? new Map<number, Before>();
    this.#underWay.set(stream, batches);
    const ended = Promise.withResolvers<void>();
    const handedOver = Promise.withResolvers<void>();
    const own = { ended: ended.promise, handedOver: handedOver.promise };
    batches.set(no, own);
    try {
      return await work({ before: () => batches.get(no - 1), handOver: handedOver.resolve });
    } finally {
      if (batches.get(no) === own) batches.delete(no);
      if (batches.size === 0) this.#underWay.delete(stream);
      handedOver.resolve();
      ended.resolve();
    }
  }
}

export interface Turn {
  /** What to wait for before the batch is stored: the one before it, if that is under way. */
  before: () => Before | undefined;
  /** The rows lie with the database, and this process has nothing more to do for them than to wait. */
  handOver: () => void;
}

export interface Before {
  handedOver: Promise<void>;
  ended: Promise<void>;
}
