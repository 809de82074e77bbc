/**
 * Three builds: the add-in (dist/, for any https host), the workbench (build/workbench/, for this machine only) and the
 * command line (build/cli/, what a packed tarball holds).
 */
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const { BannerPlugin, IgnorePlugin } = require("webpack");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");

require("tsx/cjs");
const { AddinFilesPlugin } = require("./src/tools/addinFiles.ts");
const { BuildStampPlugin } = require("./src/tools/buildStamp.ts");
const { functionFiles } = require("./src/tools/functionsJson.ts");
const { hostAddress } = require("./src/tools/manifestForHost.ts");
const { univerFiles } = require("./src/tools/plainFields.ts");

const from = (...parts) => path.resolve(__dirname, ...parts);

const common = {
  mode: "production",
  devtool: false,
  target: ["web", "es2020"],
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  optimization: {
    moduleIds: "deterministic",
    chunkIds: "deterministic",
    minimizer: [new EsbuildPlugin({ target: "es2020", legalComments: "none" })],
  },
  // The add-in is loaded once and cached, and Univer is large: sizes are watched by tests, not by warnings here.
  performance: false,
  stats: "errors-warnings",
};

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  // `npm run check` checks the types of everything at once.
  use: {
    loader: "ts-loader",
    options: { transpileOnly: true, compilerOptions: { noEmit: false } },
  },
};

function addin(env) {
  const host = hostAddress(env.host);
  return {
    ...common,
    name: "addin",
    entry: {
      functions: from("src/functions/index.ts"),
      taskpane: from("src/taskpane/index.tsx"),
    },
    output: { path: from("dist"), filename: "[name].js", clean: true },
    module: { rules: [typescript] },
    plugins: [
      new CustomFunctionsMetadataPlugin({
        input: functionFiles(),
        output: "functions.json",
      }),
      // functions.js runs to its end before the pane starts: with a deferred script Excel calls functions too early.
      new HtmlWebpackPlugin({
        template: from("src/taskpane/taskpane.html"),
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
      }),
      new CopyPlugin({
        patterns: [
          { from: from("assets/icon-*.png"), to: "assets/[name][ext]" },
          { from: from("assets/support.html"), to: "support.html" },
        ],
      }),
      new AddinFilesPlugin({ root: __dirname, host }),
      new BuildStampPlugin("addin", host),
    ],
  };
}

function workbench() {
  return {
    ...common,
    name: "workbench",
    entry: {
      workbench: from("src/workbench/page/index.tsx"),
      bridge: from("src/workbench/bridge/index.ts"),
    },
    output: {
      path: from("build/workbench"),
      filename: ({ chunk }) =>
        chunk.name === "bridge" ? "../bridge.js" : "[name].js",
      clean: true,
    },
    resolve: {
      ...common.resolve,
      // Their Node halves are reached only through file paths, which a page never has.
      fallback: {
        fs: false,
        path: false,
        stream: false,
        crypto: false,
        os: false,
        zlib: false,
      },
    },
    module: {
      rules: [
        typescript,
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        { test: univerFiles, use: from("src/tools/plainFieldsLoader.ts") },
      ],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css", ignoreOrder: true }),
      new HtmlWebpackPlugin({
        template: from("src/workbench/page/index.html"),
        filename: "index.html",
        chunks: ["workbench"],
        favicon: from("assets/icon-32.png"),
      }),
      new BuildStampPlugin("workbench", ""),
    ],
  };
}

function cli() {
  return {
    ...common,
    name: "cli",
    target: "node20",
    entry: { onefunnel: from("src/cli/main.ts") },
    output: { path: from("build/cli"), filename: "[name].js", clean: true },
    module: {
      rules: [
        typescript,
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        { test: univerFiles, use: from("src/tools/plainFieldsLoader.ts") },
      ],
    },
    plugins: [
      // Hyphenation of seventy languages, four megabytes that only a drawn page asks for.
      new IgnorePlugin({
        resourceRegExp: /^\.\/[a-z]{2,3}(-[\w-]+)?\.js$/,
        contextRegExp: /engine-render/,
      }),
      new BannerPlugin({
        banner: "#!/usr/bin/env node",
        raw: true,
        test: /onefunnel\.js$/,
      }),
    ],
  };
}

module.exports = (env = {}) => {
  try {
    return [addin(env), workbench(), cli()];
  } catch (problem) {
    // A wrong --env host is the user's: the sentence, without webpack's stack around it.
    console.error(problem.message);
    process.exit(1);
  }
};
