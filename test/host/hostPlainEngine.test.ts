import { createPlainEngine } from "../../src/workbench/engine/plain";
import { engineContract } from "./engineContract";

engineContract("the plain engine", (book) =>
  Promise.resolve(createPlainEngine(book)),
);
