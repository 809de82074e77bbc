/** For webpack; see plainFields.ts. */
import { withPlainFields } from "./plainFields";

// webpack calls a loader's default export.
// eslint-disable-next-line no-restricted-exports
export default withPlainFields;
