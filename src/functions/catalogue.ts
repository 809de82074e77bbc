/** The generated functions.json, for those who show functions to people: types only. */
export interface Catalogue {
  allowCustomDataForDataTypeAny: boolean;
  /** Errors in cells reach the functions, which pass them on with a sentence. */
  allowErrorForDataTypeAny: boolean;
  functions: CatalogueFunction[];
}

export interface CatalogueFunction {
  /** "REQUIRED_MQLS"; permanent, part of every workbook that calls it. */
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: CatalogueParameter[];
  /** `type` is absent for "any". */
  result: { type?: string; dimensionality?: "scalar" | "matrix" };
}

export interface CatalogueParameter {
  name: string;
  description: string;
  type: "number" | "string" | "boolean" | "any";
  dimensionality?: "scalar" | "matrix";
  optional?: boolean;
  repeating?: boolean;
}
