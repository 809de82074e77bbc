/** A refusal as Excel gives it: a code that add-ins test for, and a sentence that they log. */
export class HostFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostFault";
  }
}

export const invalidArgument = (message: string): HostFault =>
  new HostFault("InvalidArgument", message);

export const itemNotFound = (message: string): HostFault =>
  new HostFault("ItemNotFound", message);

export const alreadyExists = (message: string): HostFault =>
  new HostFault("ItemAlreadyExists", message);

export const accessDenied = (message: string): HostFault =>
  new HostFault("AccessDenied", message);

export const invalidOperation = (message: string): HostFault =>
  new HostFault("InvalidOperation", message);

export const apiNotFound = (owner: string, member: string): HostFault =>
  new HostFault("ApiNotFound", `This host does not know ${owner}.${member}.`);
