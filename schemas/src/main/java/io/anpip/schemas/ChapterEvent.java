package io.anpip.schemas;

/** How the chapters of a video came out. */
public sealed interface ChapterEvent extends VideoEvent permits ChaptersPublished, ChaptersFailed {}
