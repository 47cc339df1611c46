export { default } from "./EventScreen";
