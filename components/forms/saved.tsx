"use client";
import { useContext } from "react";
import { FormContext } from "./form-context";

/** Where among its fields a form says that it saved itself: beside the words, where somebody looks who writes. */
export const Saved = () => <div className="-mt-5 -mb-3 min-h-6">{useContext(FormContext).keeper}</div>;
