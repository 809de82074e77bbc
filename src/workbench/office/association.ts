/** Custom functions as the add-in's page hands them over: `CustomFunctions.associate(id, function)` or a whole map. */
export type CustomFunction = (...args: unknown[]) => unknown;

export interface Association {
  /** By id, in capitals. */
  readonly functions: ReadonlyMap<string, CustomFunction>;
  associate(
    id: string | Record<string, CustomFunction>,
    callback?: CustomFunction,
  ): void;
  /** Called for each function associated after this. Returns a stop function. */
  onAssociate(handler: (id: string) => void): () => void;
}

export function createAssociation(): Association {
  const functions = new Map<string, CustomFunction>();
  const handlers = new Set<(id: string) => void>();
  const add = (id: string, callback: CustomFunction): void => {
    functions.set(id.toUpperCase(), callback);
    for (const handler of handlers) handler(id.toUpperCase());
  };
  return {
    functions,
    associate(id, callback) {
      if (typeof id !== "string")
        for (const [key, value] of Object.entries(id)) add(key, value);
      else if (typeof callback === "function") add(id, callback);
    },
    onAssociate(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}
