/** Application: calculation, pauses, and the en-US conventions that this host speaks. */
import { choiceArgument } from "../arguments";
import { hostObject, read } from "../object";
import type { HostObject, ObjectType } from "../object";

const calculations = ["Recalculate", "Full", "FullRebuild"] as const;
const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

const numberFormatType: ObjectType<null> = {
  name: "NumberFormatInfo",
  properties: {
    numberDecimalSeparator: read(() => "."),
    numberGroupSeparator: read(() => ","),
    currencySymbol: read(() => "$"),
  },
};

const dateFormatType: ObjectType<null> = {
  name: "DatetimeFormatInfo",
  properties: {
    dateSeparator: read(() => "/"),
    timeSeparator: read(() => ":"),
    shortDatePattern: read(() => "M/d/yyyy"),
    longDatePattern: read(() => "dddd, MMMM d, yyyy"),
    longTimePattern: read(() => "h:mm:ss tt"),
    shortTimePattern: read(() => "h:mm tt"),
  },
};

const cultureType: ObjectType<null> = {
  name: "CultureInfo",
  properties: { name: read(() => "en-US") },
  links: {
    numberFormat: () => hostObject(numberFormatType, null),
    datetimeFormat: () => hostObject(dateFormatType, null),
  },
};

const applicationType: ObjectType<null> = {
  name: "Application",
  properties: {
    calculationMode: {
      get: (_state, session) => (session.manual ? "Manual" : "Automatic"),
      set: (_state, value, session) =>
        session.setManual(
          choiceArgument(value, "calculationMode", modes) === "Manual",
        ),
    },
    calculationState: { get: () => "Done", results: true },
    decimalSeparator: read(() => "."),
    thousandsSeparator: read(() => ","),
    useSystemSeparators: read(() => true),
  },
  links: { cultureInfo: () => hostObject(cultureType, null) },
  methods: {
    calculate: (_state, [type], session) =>
      session.calculate(
        choiceArgument(type, "calculationType", calculations) === "Recalculate"
          ? "changed"
          : "full",
      ),
    suspendApiCalculationUntilNextSync: (_state, _args, session) =>
      session.suspend(),
    // Nothing is drawn before a request ends anyway.
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export const application = (): HostObject => hostObject(applicationType, null);
