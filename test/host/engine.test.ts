import { engineContract } from "./engineContract";
import { createHeadlessEngine } from "./headless";

engineContract("the Univer engine", async (book) => {
  const engine = await createHeadlessEngine();
  await engine.open(book);
  return engine;
});
