/** Three projects: unit (fast, pure), host (genuine Office.js client and headless engine), e2e (Chromium, LibreOffice). */
const common = {
  testEnvironment: "node",
  transform: {
    "^.+\\.(t|j)sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        module: { type: "commonjs" },
      },
    ],
  },
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "<rootDir>/test/host/",
        "<rootDir>/test/e2e/",
      ],
    },
    {
      ...common,
      displayName: "host",
      testMatch: ["<rootDir>/test/host/**/*.test.ts"],
      globalSetup: "<rootDir>/test/host/setup.ts",
    },
    {
      ...common,
      displayName: "e2e",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/test/e2e/setup.ts",
    },
  ],
};
